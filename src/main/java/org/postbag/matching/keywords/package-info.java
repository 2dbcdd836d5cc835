/// TODO
@NullMarked
package org.postbag.matching.keywords;

import org.jspecify.annotations.NullMarked;
