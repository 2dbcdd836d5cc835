@NullMarked
package org.postbag.classifier.embedding;

import org.jspecify.annotations.NullMarked;
