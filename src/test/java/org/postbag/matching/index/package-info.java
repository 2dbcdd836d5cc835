@NullMarked
package org.postbag.matching.index;

import org.jspecify.annotations.NullMarked;
