/// TODO
@NullMarked
package org.postbag.settings;

import org.jspecify.annotations.NullMarked;
