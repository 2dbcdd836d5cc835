package org.postbag.matching.keywords;

import org.postbag.catalog.Keyword;

/// A keyword that was found.
///
/// @param topic the number of its topic
/// @param first the first of its words, as an index into the letter's tokens
/// @param last the last of its words
public record KeywordHit(int topic, Keyword keyword, int first, int last) {}
