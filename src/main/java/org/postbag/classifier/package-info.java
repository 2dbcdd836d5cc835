/// A text classifier with calibrated probabilities, an out-of-scope class and explanations, for a
/// fixed list of labels with few or no examples each. It knows nothing of letters or offices.
///
/// A label (here also: topic) is an index from 0; [LabelledText#NONE] is "no label". Each label has
/// a text of its own, such as its title and keywords, so that it works before the first example.
///
/// ## Scoring
///
/// [org.postbag.classifier.text.Vectorizer] turns tokens into a TF-IDF vector, [TopicModel#index]
/// looks its features up in the [Vocabulary], and [TopicModel#scores] returns [TopicScores]:
///
/// - [FeatureTable] gives, in one pass, the cosine to each label's centroid ([Centroids]) and the
///   logit of a multinomial logistic regression with an L2 penalty ([Regression]); [LabelUpdate]
///   corrects the cosines for label texts that changed after training.
/// - [Fusion] adds the evidence up, one weight per kind: `score = w₁·keywords + w₂·cosine +
///   w₃·logit`, and with an embedding ([TopicModel#withEmbedding]) `+ w₄·centroid cosine +
///   w₅·embedding logit + w₆·nearest cosine`.
/// - [InScopeGate] gives the probability of any label at all, from the evidence for the best one:
///   `gate = σ(b + v₁·likeness + v₂·keywords + v₃·n/(n + 40)·logit + v₄·centroid cosine)` for n
///   examples, with `likeness = max(cosine / expected cosine, cosine to the label's text / 0.25)`.
///   [ExpectedCosine] is the shrunken leave-one-out mean of the label's examples. A gate for labels
///   that it was not fitted to stays within 0.01 and 0.99.
/// - The probability of a label is `gate × softmax(scores)`.
///
/// A score is linear in the text's features, so [TopicModel#slopes] × values explains the margin
/// between two labels exactly.
///
/// ## Training
///
/// [TrainingRun#train] takes [LabelledText] examples. [CrossValidation] makes five folds that also
/// leave labels out ([TopicFolds]); the examples of a left-out label stand in for out-of-scope
/// texts. Each held-out example is a [ValidationCase], weighed by [CaseWeights] to the expected
/// share of out-of-scope texts. [FusionFit] (conditional logit) and then [InScopeGateFit] (logistic
/// regression) calibrate the weights with [Newton], around the shipped [Weights]; with fewer than
/// 30 examples these are used as they are. [Regression] is trained by [Lbfgs] over a [GramMatrix].
/// A [ModelComparison] says whether a candidate is worse than the active model: fewer correct
/// predictions, or more known ones lost than gained with p ≤ 1/8 in a one-sided sign test.
///
/// ## Example
///
/// ```java
/// var vectorizer = new Vectorizer(DocumentFrequencies.shipped());
/// var labels = List.of(vectorizer.vector(Tokenizer.of("bus timetable", "en")),
///     vectorizer.vector(Tokenizer.of("council tax bill", "en")));
/// var model = TopicModel.untrained(labels, LabelEmbeddings.UNKNOWN);
/// var text = model.index(vectorizer.vector(Tokenizer.of("Why is there no bus?", "en")));
/// var scores = model.scores(text, new double[] {0, 0});
/// int best = scores.best().orElseThrow();
/// double inScope = model.weights().inScopeGate().probability(scores.view());
/// double probability = inScope * scores.softmax(best);
/// ```
///
/// **What can fail.** Scoring and training have no expected failure. A shipped table that cannot be
/// read is an [java.io.UncheckedIOException] at first use.
///
/// **Settings.** None.
@NullMarked
package org.postbag.classifier;

import org.jspecify.annotations.NullMarked;
