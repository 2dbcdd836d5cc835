/// Who writes: name, salutation, postcode, what they were sent before.
///
/// **What can fail.** Nothing: what a letter does not tell is left open.
///
/// **Settings.** None.
@NullMarked
package org.postbag.people;

import org.jspecify.annotations.NullMarked;
