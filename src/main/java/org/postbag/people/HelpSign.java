package org.postbag.people;

/// A sign that help is needed, and where it stands.
///
/// @param start its first character in the text
/// @param end the character behind its last
public record HelpSign(NeedsHelp kind, int start, int end) {}
