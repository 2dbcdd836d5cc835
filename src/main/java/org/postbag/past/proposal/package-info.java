/// Proposals: topics with their standard replies, made of an office's own past.
///
/// 1. [TopicFinder] makes a topic of the letters that were answered with one standard reply
///    ([org.postbag.past.standard]). Replies whose letters cannot be told from each other
///    ([SharedTopics]) share one.
/// 2. [KeywordChoice] takes words that tell these letters from all others, by Lucene's counts
///    ([org.postbag.search.TellingWord]), until they catch nearly all of them.
/// 3. [TitleChoice] takes the subject that most of the writers gave their letters.
/// 4. [ProposalFiles] writes topics and replies as the catalog's files, with what is known of each
///    as comments, and a summary to read.
/// 5. [Proposals] keeps them, until a person takes, joins or leaves each.
///
/// No proposal is in force before a person takes it. Nothing that a single person wrote stands in
/// one: a text needs several recipients, a title and a keyword several writers.
///
/// **What can fail.** Nothing that is not the database's or the disk's.
///
/// **Settings.** None.
@NullMarked
package org.postbag.past.proposal;

import org.jspecify.annotations.NullMarked;
