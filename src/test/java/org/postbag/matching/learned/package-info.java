@NullMarked
package org.postbag.matching.learned;

import org.jspecify.annotations.NullMarked;
