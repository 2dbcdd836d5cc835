@NullMarked
package org.postbag.matching;

import org.jspecify.annotations.NullMarked;
