/// TODO
@NullMarked
package org.postbag.matching.training;

import org.jspecify.annotations.NullMarked;
