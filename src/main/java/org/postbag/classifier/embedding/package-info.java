/// What a text means, as a direction among others: texts that say the same in other words point
/// nearly the same way.
///
/// The model that knows it is not part of the program but of its variant (`mvn -Pmeaning`), where
/// [java.util.ServiceLoader] finds it as a [SentenceModelSource].
///
/// **What can fail.** Nothing that stops a letter: a model that is missing, damaged or fails later
/// is said once, by [Embedder#trouble], and letters are matched by their words.
///
/// **Settings.** `postbag.matching.meaning`: [Embedder.When].
@NullMarked
package org.postbag.classifier.embedding;

import org.jspecify.annotations.NullMarked;
