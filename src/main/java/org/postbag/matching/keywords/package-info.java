/// Keywords: from the lines under `keywords:` in a topic's file to a score.
///
/// A keyword reaches the score of its topic in two ways.
///
/// **1. As evidence, when a letter contains it.**
///
/// [Keywords] holds the keywords of all topics, stemmed for one language and indexed by first word.
/// It finds every place where one occurs: a [KeywordHit], with its topic and its range of tokens. A
/// phrase must occur in its order, a prefix (`word*`) must begin a word, `subject:word` counts in
/// the subject only. Two spellings of one stem are one keyword, with the greater weight.
///
/// [KeywordEvidence] turns the hits into one number per topic:
///
/// ```
/// count(hit)  = 2 in the subject, 1 in the text
/// n           = Σ count over all hits of the same keyword in the letter
/// points(hit) = weight · mean relative IDF of its words · 2 · count(hit) / (n + 1)
/// keywords(t) = ln(1 + Σ points of the hits of topic t)       KeywordEvidence.score
/// ```
///
/// `weight` is 0.1 to 10, 2 if not given. The relative IDF is 1 for the rarest words and near 0 for
/// words that nearly every letter has. All hits of a keyword together are worth `2n / (n + 1)`
/// times a single one in the text: repetition never counts more than double. A hit of an excluding
/// keyword (`-word`) rules the topic out: its score is minus infinity.
///
/// `Scorer` in [org.postbag.matching] passes `keywords(t)` to the classifier.
/// [Fusion][org.postbag.classifier.Fusion] multiplies it by its weight `keyword` and adds it to the
/// score of the topic, in [TopicScores][org.postbag.classifier.TopicScores]; for the best topic,
/// [InScopeGate][org.postbag.classifier.InScopeGate] takes it as one sign that the letter is on a
/// topic at all. The rest of the way, from score to probability, is in [org.postbag.matching].
///
/// **2. As text of the topic, for letters that only resemble it.** [TopicVector] sums the features
/// of the title, of the keywords by their weight, and a little of the standard reply. This vector
/// is the topic's centroid until there are examples, and part of it afterwards. [TopicLabels] is
/// the same for the sentence model, and [LabelWords] tells whether a letter has any word of title
/// or keywords.
///
/// **Example.** The keyword `bus` has weight 2; let its relative IDF be 0.6. Once in the text it
/// gives 2 · 0.6 · 2 · 1 / (1 + 1) = 1.2 points, so `keywords(t)` = ln 2.2 = 0.79. With a second
/// hit in the subject `n` is 3; the hits give 0.6 and 1.2 points, so `keywords(t)` = ln 2.8 = 1.03.
/// The command `explain` shows the share of each hit in a letter of yours.
///
/// [KeywordLint] is separate: it warns about keywords that cannot work, such as one that two topics
/// claim or one that its own topic excludes.
///
/// **What can fail.** Nothing: a topic without keywords is matched by its title and its examples.
///
/// **Settings.** `keywords` in each topic's file.
@NullMarked
package org.postbag.matching.keywords;

import org.jspecify.annotations.NullMarked;
