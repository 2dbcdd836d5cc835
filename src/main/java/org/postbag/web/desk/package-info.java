/// The desk: the pages on which staff read, decide and take back.
///
/// **Standards.** HTML, WCAG 2.2 AA, RFC 6266 (names of downloads).
///
/// **What can fail.** A colleague was faster, a reply has a gap, a letter is gone: the page says so
/// and shows what is the case now.
///
/// **Settings.** `postbag.desk` in `config/application.yaml`.
@NullMarked
package org.postbag.web.desk;

import org.jspecify.annotations.NullMarked;
