package org.postbag.web;

/// A list that somebody narrowed and kept.
///
/// @param name what they call it
/// @param address its path with its parameters
public record SavedView(String name, String address) {}
