package org.postbag.web.desk;

/// Something that can be stopped from leaving, or is.
///
/// @param scope `all`, `mailbox:NAME` or `topic:NAME`
/// @param what the same in words
/// @param by who stopped it; empty for what is not stopped
record PauseOption(String scope, String what, String by) {}
