package org.postbag.search;

/// A word or a phrase that tells some letters from all others.
///
/// @param text as it stands in the letters, in lower case
/// @param in how many of these letters have it
/// @param all how many of all letters have it
public record TellingWord(String text, int in, int all) {}
