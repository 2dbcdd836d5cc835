/// What the office can answer: its topics and their standard replies, read from the folder
/// `config/` and read again when a file is saved.
///
/// **Standards.** YAML 1.1; CommonMark 0.31.
///
/// **What can fail.** Files hold mistakes: every one is reported as a [org.postbag.catalog.Problem]
/// with file and line, all at once, and the last good catalog stays in force.
///
/// **Settings.** None of its own: the files of `config/topics/` and `config/replies/` explain
/// themselves.
@NullMarked
package org.postbag.catalog;

import org.jspecify.annotations.NullMarked;
