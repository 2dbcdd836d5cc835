/// The desk's pages of topics and standard replies: what leads to a topic, what a change of it
/// would mean, and its file, written back.
///
/// **What can fail.** A file with mistakes, or one that was changed elsewhere meanwhile: the page
/// says so, keeps what was typed, and nothing is written.
///
/// **Settings.** None.
@NullMarked
package org.postbag.web.desk.topics;

import org.jspecify.annotations.NullMarked;
