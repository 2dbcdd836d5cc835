@NullMarked
package org.postbag.email.attached;

import org.jspecify.annotations.NullMarked;
