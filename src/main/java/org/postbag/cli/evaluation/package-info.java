/// How good the matching is: letters with known topics, what the matcher makes of them, and the
/// usual figures.
///
/// **What can fail.** A file that is not in the form that is said is refused with its line.
///
/// **Settings.** None.
@NullMarked
package org.postbag.cli.evaluation;

import org.jspecify.annotations.NullMarked;
