/// The sentence model bge-small-en-v1.5 (MIT licence), with whole numbers for weights, run by ONNX
/// Runtime. Only in the program's variant, `mvn -Pmeaning`.
///
/// **What can fail.** Loading: [OnnxSource#open].
///
/// **Settings.** None. ONNX Runtime unpacks its library into `java.io.tmpdir`.
@NullMarked
package org.postbag.classifier.embedding.onnx;

import org.jspecify.annotations.NullMarked;
