@NullMarked
package org.postbag.upkeep.health;

import org.jspecify.annotations.NullMarked;
