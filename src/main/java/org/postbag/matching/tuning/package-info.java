/// Topics and standard replies changed at the desk: what a change would mean for the letters that
/// are kept, saving it into its file, and the versions that a file had.
///
/// The files stay the source of truth. A change is checked as `check` does, written in the place of
/// the file and kept as a version; a file that was changed elsewhere meanwhile is a conflict, and
/// nothing is written.
///
/// **What can fail.** A folder that may not be written: the exception names the file, and nothing
/// is changed.
///
/// **Settings.** None.
@NullMarked
package org.postbag.matching.tuning;

import org.jspecify.annotations.NullMarked;
