package org.postbag.web.desk.topics;

/// A version of a file in its history.
record VersionRow(String href, String when, String who, boolean current) {}
