@NullMarked
package org.postbag.matching.words;

import org.jspecify.annotations.NullMarked;
