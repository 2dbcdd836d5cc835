/// From a text to a sparse TF-IDF vector, and to word shingles for near-duplicate detection.
///
/// ## The way through
///
/// A [Passage] (subject, text, language) is split by [Tokenizer]; [StemCache] folds case and
/// accents and stems each word with its language's [Stemmer], once ([AnalyzedWord]).
/// [FeatureOccurrences] lists words, word bigrams, character n-grams of 3 to 5, and style features
/// (first word and stop words, which say how a text is put). [FeatureHash] numbers them; no list of
/// features is kept. [Vectorizer] weighs them by `(1 + ln count) × idf` with the IDF of
/// [DocumentFrequencies], `idf = max(0, ln((N + 1) / (df + 0.5)))`. Words in the subject count
/// double. Words with bigrams and n-grams are scaled to norm 1 each, style to 0.3. [VectorizedText]
/// keeps where each feature occurs, for explanations; [QuantizedVector] stores a [SparseVector] in
/// 4 bytes a feature.
///
/// [Shingles] are hashed word 4-grams in text order, [ShingleSet] their set; its overlap is the
/// shared part of the smaller set, without [StockPhrases], which a count-min sketch finds.
///
/// ## Example
///
/// ```java
/// List<Token> tokens = Tokenizer.of(new Passage("Buses", "No bus since May.", "en"));
/// SparseVector vector = new Vectorizer(DocumentFrequencies.shipped()).vector(tokens);
/// ```
///
/// **Standards.** UAX #29 word boundaries, through Lucene's `StandardTokenizer`; Snowball stemmers.
///
/// **What can fail.** No text is refused: an empty one has an empty vector, and the first 4,000
/// characters of subject and text are read. Languages without a stemmer are compared as they are
/// written.
///
/// **Settings.** None.
@NullMarked
package org.postbag.classifier.text;

import org.jspecify.annotations.NullMarked;
