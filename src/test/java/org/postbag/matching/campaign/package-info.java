@NullMarked
package org.postbag.matching.campaign;

import org.jspecify.annotations.NullMarked;
