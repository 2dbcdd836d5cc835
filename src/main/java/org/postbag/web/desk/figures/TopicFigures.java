package org.postbag.web.desk.figures;

/// A topic's row on the page of figures; empty texts where nothing happened.
///
/// @param href its page; empty for letters without a topic
/// @param share of all letters, 0 to 100, as a bar
record TopicFigures(
    String title,
    String href,
    long letters,
    long share,
    String drafted,
    String edited,
    String overridden,
    long sent,
    String median,
    String slow) {}
