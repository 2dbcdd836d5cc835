package org.postbag.matching.keywords;

import org.postbag.catalog.Keyword;

/// An occurrence of a keyword in a letter.
///
/// @param topic the number of its topic
/// @param first the index of its first token in the letter
/// @param last the index of its last token
public record KeywordHit(int topic, Keyword keyword, int first, int last) {}
