@NullMarked
package org.postbag.search;

import org.jspecify.annotations.NullMarked;
