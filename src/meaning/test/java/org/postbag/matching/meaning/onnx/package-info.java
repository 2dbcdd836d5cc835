@NullMarked
package org.postbag.matching.meaning.onnx;

import org.jspecify.annotations.NullMarked;
