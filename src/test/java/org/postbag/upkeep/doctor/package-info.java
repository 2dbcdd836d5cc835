@NullMarked
package org.postbag.upkeep.doctor;

import org.jspecify.annotations.NullMarked;
