/// The verbs of the command line.
///
/// **What can fail.** Wrong usage ends with exit status 2 and one line on standard error, failed
/// work with 1.
///
/// **Settings.** `--config`, `--data`, and what each verb's `--help` names.
@NullMarked
package org.postbag.cli;

import org.jspecify.annotations.NullMarked;
