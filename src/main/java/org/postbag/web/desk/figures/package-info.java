/// The desk's page of figures, its table as CSV, and the page to print for the Member.
///
/// **Standards.** RFC 4180 (CSV).
///
/// **What can fail.** Nothing: a period that makes no sense is the last 30 days.
///
/// **Settings.** None.
@NullMarked
package org.postbag.web.desk.figures;

import org.jspecify.annotations.NullMarked;
