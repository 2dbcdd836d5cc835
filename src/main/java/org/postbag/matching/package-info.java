/// Which topic a letter is about, how sure that is, and why; grouped campaigns; learning from
/// staff.
///
/// **What can fail.** The index is a read model: when it is missing, damaged or of an older version
/// it is built again from the database.
///
/// **Settings.** The threshold of each topic, in its file.
@NullMarked
package org.postbag.matching;

import org.jspecify.annotations.NullMarked;
