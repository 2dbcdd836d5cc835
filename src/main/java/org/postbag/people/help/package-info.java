/// Whether somebody needs help: the writer, or a person the writer tells of.
///
/// Judged sentence by sentence on what the writer wrote, by two readers together:
///
/// - [Lexicon]: the words of each class as stored queries of Lucene, run on an index in memory of
///   the one letter. Words are compared by their stems, without their tense and with one slip of
///   the pen ([Wording]); their order is free.
/// - [SentenceClassifier]: a logistic regression, trained on the example sentences when the file is
///   read. It sees words, pairs of words, the kinds of words ([WordKinds]), the lines found and
///   what speaks against (policy, quotations, years long past), so it tells `I have been evicted`
///   from `evictions should be banned`. Where the program has the sentence model, a second
///   regression reads the sentence's embedding.
///
/// A sentence that is likely enough is marked. Whether the desk does more depends on how many
/// sentences stand around it (ADR 37).
///
/// **What can fail.** The file holds mistakes: each is a [org.postbag.catalog.Problem] with file
/// and line, and the last good version stays in force. Without a file the shipped one is used.
///
/// **Settings.** `config/needs-help.yaml`, which explains itself.
@NullMarked
package org.postbag.people.help;

import org.jspecify.annotations.NullMarked;
