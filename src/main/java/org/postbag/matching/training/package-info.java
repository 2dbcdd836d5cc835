/// Training: models from the topics and from what staff decided.
///
/// **The way through.**
///
/// 1. *Decisions.* [TrainingService#addDecision] stores a decision of staff; [JdbcLedgerDecisions]
///    copies those that follow from the ledger, such as the topic of a reply that was sent. Both
///    are rows of `topic_decision`; the last decision on a letter counts.
/// 2. *When.* [TrainingLoop] runs on a thread of its own and calls [TrainingService#train] at
///    regular intervals. Twenty new decisions start a training, on the newest decided letters, at
///    at most what the memory allows ([TrainingMemory]).
/// 3. *Training.* [Trainer] turns examples into labelled vectors with keyword evidence and has the
///    classifier fit a `TopicModel`. A letter whose topic is no longer in the catalog is an example
///    of "none of these". [EmbeddingCache] adds sentence embeddings, if the settings ask for them.
///    [TrainingSet] keeps what it takes to name similar letters among the reasons.
/// 4. *Validation.* Each letter is predicted by a model that has not seen it (cross-validation).
///    The model is rejected ([RejectedModel]) if its accuracy is below that of the untrained
///    topics, or if it is worse than the current model on letters that neither has seen (a sign
///    test, [ModelComparison][org.postbag.classifier.ModelComparison]). [SuspectLabels] then names
///    the decisions that contradict the current model most, for staff to check.
/// 5. *Activation.* The version's row and the matcher change together; until then letters are
///    matched by the previous model. [TrainingService#undo] withdraws the current model and
///    activates the one before it.
///
/// The model itself is not stored, only the number of the last decision in it ([JdbcModels]):
/// training is deterministic, so [TrainingService#resume] trains it again after a start.
/// [Agreement] counts for each topic how often the proposal agreed with the decision.
///
/// **Example.**
///
/// ```java
/// trainingService.addDecision(letter, Optional.of(new TopicId("local-buses")));
/// trainingService.train(); // the new version, once 20 decisions are new and the model is accepted
/// ```
///
/// **What can fail.** Too little memory, a full disk, a database that is away: logged and tried
/// again; letters are matched by the current model meanwhile. A process that ends during training
/// starts with the model that was activated last.
///
/// **Settings.** None; embeddings are used if `postbag.matching.meaning` asks for them.
@NullMarked
package org.postbag.matching.training;

import org.jspecify.annotations.NullMarked;
