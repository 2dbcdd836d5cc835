@NullMarked
package org.postbag.classifier.text;

import org.jspecify.annotations.NullMarked;
