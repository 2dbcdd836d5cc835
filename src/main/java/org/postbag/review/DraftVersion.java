package org.postbag.review;

/// A letter and the version of its draft that a person saw.
public record DraftVersion(long letter, int version) {}
