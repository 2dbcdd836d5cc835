/// Full-text search with Lucene: all letters, the decided letters with the same text as another,
/// and the topics.
///
/// **Two indexes.** [LetterIndex] is a read model of the letters in the data folder; the database
/// is the source of truth. [TopicIndex] holds the topics and their standard replies in memory and
/// is built again whenever the catalog changes.
///
/// **Writing.** [IndexFollower] polls the database on its own thread. [JdbcNumbers] returns the
/// numbers of new rows, including rows that another writer commits late; [JdbcIndexed] reads them;
/// [Fields] turns a letter into a Lucene document. Each commit carries its [IndexPosition] (last
/// letter, last decision) as commit data, so that after any end the follower continues exactly
/// there. [IndexBackOff] spaces retries by exponential back-off.
///
/// **Opening.** [OpenIndex] verifies the checksums of all segments. An index that is missing,
/// damaged or of another version is deleted and rebuilt from the database. If another process holds
/// the write lock, the index is opened for reading only. [IndexFiles] swaps in a reopened index
/// while searches go on.
///
/// **Searching.** [WordsQuery] parses what people type: every word must occur, at least as a
/// prefix; quoted words must be adjacent. [LikeQueries] makes a BM25 query of the most informative
/// words of a text, for [TopicIndex#like]. [LetterIndex#collect] reads all letters in parallel, a
/// [Chunk] at a time, for a backtest.
///
/// **Same text.** [DecidedLetters] finds decided letters that repeat a text. For each segment a
/// [ShingleTable] (a hash table in memory, built once when the segment is first opened) maps a
/// sample of each letter's shingles to the letter:
///
/// ```
/// sample(letter, m) = { s : hash(s) < 2^32 · max(1/8, m / max(m, number of shingles)) }
/// ```
///
/// The sample is the shingles with the smallest hashes on both sides, so a shingle that two letters
/// share is in both samples or in neither, as long as their shares are equal (as in MinHash). The
/// letters that share most of the sample are compared in full; how similar is similar enough is the
/// caller's decision.
///
/// **Example.**
///
/// ```java
/// index.find("\"local buses\" timetab", 0, Long.MAX_VALUE, true, 20); // numbers, newest first
/// index.topic(42); // the topic that staff gave letter 42
/// ```
///
/// **What can fail.** A full or failing disk: letters are matched without similar letters, search
/// returns the last readable state, and [LetterIndex#problem] says why. Reading a file that was cut
/// short under its memory map is an `InternalError`; it marks the index as damaged, and the
/// follower reopens it.
///
/// **Settings.** None.
@NullMarked
package org.postbag.search;

import org.jspecify.annotations.NullMarked;
