@NullMarked
package org.postbag.matching.meaning;

import org.jspecify.annotations.NullMarked;
