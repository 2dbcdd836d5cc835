package org.postbag.matching.words;

/// One word of a text.
///
/// @param term the stem of its surface
/// @param surface as it was written, in lower case and without accents
/// @param stopWord true for a word that tells nothing by itself, such as `the`
/// @param subject true when it stands in the subject, false in the text
/// @param start its first character within the subject or text (UTF-16 units)
/// @param end behind its last character
public record Token(
    String term, String surface, boolean stopWord, boolean subject, int start, int end) {}
