@NullMarked
package org.postbag.classifier.embedding.onnx;

import org.jspecify.annotations.NullMarked;
