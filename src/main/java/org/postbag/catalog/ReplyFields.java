package org.postbag.catalog;

import java.util.Optional;

/// What a form at the desk changes of a standard reply's file.
///
/// @param subject of the reply
/// @param owner who answers for its text
/// @param reviewed the day it was last read with care, as `2026-11-02`
/// @param expires the last day it may be used
/// @param letter the letter in Markdown
public record ReplyFields(
    Optional<String> subject,
    Optional<String> owner,
    Optional<String> reviewed,
    Optional<String> expires,
    String letter) {}
