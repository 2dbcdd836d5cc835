@NullMarked
package org.postbag.upkeep.verify;

import org.jspecify.annotations.NullMarked;
