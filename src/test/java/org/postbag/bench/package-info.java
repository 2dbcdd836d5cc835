/// Measurements and shipped tables, each made again by `bin/bench NAME`.
@NullMarked
package org.postbag.bench;

import org.jspecify.annotations.NullMarked;
