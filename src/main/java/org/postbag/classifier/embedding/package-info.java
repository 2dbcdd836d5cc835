/// Sentence embeddings: unit vectors whose cosine is high for texts that say the same in other
/// words.
///
/// ## The way through
///
/// [Embedder#open] finds a [SentenceModelSource] through [java.util.ServiceLoader]; the plain
/// program has none, its variant (`mvn -Pmeaning`) runs one on ONNX Runtime. [Embedder#embed]
/// returns a cached [Embedding] or none. [LabelEmbeddings] has one per label, the centroid of its
/// title and of title with keywords, and the background cohort of forty general texts: a text's
/// similarity to the five nearest of these is what a label's cosine must exceed, since some texts
/// are near to everything.
///
/// ## Example
///
/// ```java
/// Embedder embedder = Embedder.open(Embedder.When.UNSURE);
/// Optional<Embedding> embedding = embedder.embed("My street floods.");
/// ```
///
/// **What can fail.** A model that is missing, damaged or fails later is reported once, by
/// [Embedder#trouble]; from then on there are no embeddings, and texts are classified by their
/// words.
///
/// **Settings.** `postbag.matching.meaning`: [Embedder.When].
@NullMarked
package org.postbag.classifier.embedding;

import org.jspecify.annotations.NullMarked;
