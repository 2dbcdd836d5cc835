/// How long letters are kept: [Retention] erases those that were kept for as long as they may be.
///
/// Only letters with which nothing more is done have an age: it is counted from their last change
/// of state. What a legal hold covers is left alone.
///
/// **What can fail.** As with [Erasure][org.postbag.upkeep.person.Erasure].
///
/// **Settings.** `postbag.retention`. Without it, letters are kept until somebody erases them.
@NullMarked
package org.postbag.upkeep.retention;

import org.jspecify.annotations.NullMarked;
