/// Matches letters to topics: which topic a letter is about, with what probability, and why.
///
/// This room holds the policy: keywords, thresholds, what staff decided. The statistics (text
/// features, centroids, regression, calibration) are in [org.postbag.classifier], which knows
/// topics only as the numbers 0 to n-1, in the order of the catalog.
///
/// **The way of a letter.** [Matching] is the door and holds the current [ActiveModel]: the
/// catalog, the training examples and the [TopicMatcher] made from both. A letter is matched by one
/// such version as a whole; a new version replaces it atomically.
///
/// 1. [TopicMatcher] passes the letter's text (a [Passage][org.postbag.classifier.text.Passage]:
///    subject and visible text) to [Scorer].
/// 2. [Scorer] tokenizes and vectorizes the text, finds keywords
///    ([Keywords][org.postbag.matching.keywords.Keywords]), adds them up for each topic
///    ([KeywordEvidence][org.postbag.matching.keywords.KeywordEvidence]) and has the classifier's
///    `TopicModel` score all topics. The result is a [ScoredText]. If the words leave the topic
///    open, and `postbag.matching.meaning` asks for it, the text's sentence embedding is scored
///    too.
/// 3. [TopicChoice] takes the best topic and decides whether a person must choose, whether the
///    letter has a second topic, and which candidates are worth showing.
/// 4. [Explanation] splits the difference between the best two scores into [Evidence]: words,
///    keywords and similar training letters. The shares add up to the difference.
/// 5. [KnownTextRule] raises the probability if staff have already decided letters with the same
///    text ([SimilarLetters], from the index in [org.postbag.search]).
/// 6. [Campaigns][org.postbag.matching.campaign.Campaigns] tells which campaign the letter belongs
///    to. The result is a [Match].
///
/// [Prediction] is the short form without reasons, for many letters; [Comparison] and [Backtest]
/// show what a changed catalog would change. Training is in [org.postbag.matching.training].
///
/// **The formulas.** For a letter `x` and a topic `t`:
///
/// ```
/// keywords(t) = ln(1 + points of its keyword hits)      see org.postbag.matching.keywords
/// score(t)    = a · keywords(t) + b · cosine(x, centroid of t) + c · regression(x, t)
///             + the same for the embedding, if known: centroid, regression, nearest example
/// share(t)    = exp(score(t)) / Σ exp(score(u)) over all topics u
/// P(in scope) = logistic model of what the best topic looks like (InScopeGate);
///               0 if no keyword, no example and no word of its title speaks for it
/// P(t)        = P(in scope) · share(t)
/// P(none)     = 1 - P(in scope)
/// ```
///
/// An excluding keyword (`-word`) sets its topic's score to minus infinity. `a`, `b` and `c` are in
/// [Fusion][org.postbag.classifier.Fusion]; `weights.properties` of the classifier has the shipped
/// ones, and training fits them to the office's letters. The best topic is drafted if `P(t)`
/// reaches both its line ([DraftLines]) and `P(none)`, by what was learned or by the topics' own
/// words; otherwise the match abstains, [Doubt] says why, and a person chooses. For a letter with
/// two topics, the first one is judged as if the second were not there.
///
/// After `n` decided letters with the same text and one topic, that topic is at least `(n + 1) / (n
/// + 2)` likely (Laplace's rule of succession).
///
/// **Example.** The topic `local-buses` has the keyword `bus`; a letter says "bus" in its subject
/// and once in its text.
///
/// ```java
/// Match match = new Matching(catalog).match(letter);
/// match.topic();       // Optional[local-buses]
/// match.probability(); // P(local-buses)
/// match.evidence();    // "bus" in SUBJECT, "bus" in VISIBLE_TEXT, ...
/// ```
///
/// **What can fail.** An index that is missing or damaged: letters are matched without similar
/// letters until it is rebuilt. Too little memory to train: the previous model stays
/// ([Matching#lacksMemory]). No sentence model: letters are matched by their words.
///
/// **Settings.** `drafts-right` or `threshold` in each topic's file;
/// `postbag.matching.drafts-right` and `postbag.matching.meaning` in `config/application.yaml`.
@NullMarked
package org.postbag.matching;

import org.jspecify.annotations.NullMarked;
