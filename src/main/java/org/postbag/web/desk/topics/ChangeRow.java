package org.postbag.web.desk.topics;

/// A letter for which a changed topic would propose something else.
///
/// @param verdict what the change is worth by what staff decided: `right`, `wrong`, or nothing
record ChangeRow(
    String href, String who, String subject, String before, String after, String verdict) {}
