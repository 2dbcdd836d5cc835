@NullMarked
package org.postbag.classifier;

import org.jspecify.annotations.NullMarked;
