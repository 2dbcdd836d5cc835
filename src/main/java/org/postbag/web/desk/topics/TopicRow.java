package org.postbag.web.desk.topics;

/// A topic in the list.
///
/// @param letters how many letters have it now
/// @param right the share of proposals that staff approved, in the last 90 days; empty without any
/// @param lastUsed the last day on which a reply was approved
/// @param expires the reply's last day
/// @param reminder what is to be looked at; empty for nothing
record TopicRow(
    String href,
    String title,
    String reply,
    long letters,
    String drafted,
    String right,
    String edited,
    long corrected,
    String lastUsed,
    String reviewed,
    String expires,
    String reminder,
    boolean alarm) {}
