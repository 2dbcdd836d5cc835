/// Campaigns: letters that many people send in nearly the same words.
///
/// [Campaigns] compares each letter with the first letters of recent campaigns, by their shingles
/// (hashes of four consecutive words). Shingles that occur in letters of all kinds, such as
/// greetings, are ignored. Two letters `A` and `B` belong to one campaign if enough of the shorter
/// one's shingles are in the other:
///
/// ```
/// |A ∩ B| / min(|A|, |B|) ≥ Campaigns.MIN_SIMILARITY
/// ```
///
/// so text added before, behind or in between does not separate them. To compare with every letter
/// would be slow: one shingle in eight is looked up in an inverted index, and only the letters that
/// share most of these are compared in full.
///
/// The answer is a [Campaign]: the number of its first letter, the similarity, and how many words
/// the writer added. A letter with many words of its own is *personal*: the desk shows it by
/// itself.
///
/// **Example.** Letter 7 resembles no other: `join(7, text)` is empty, and 7 is remembered. Letter
/// 9 repeats it with one more paragraph: `join(9, text)` is a campaign with `first` = 7. Asking
/// again gives the same answer.
///
/// **What can fail.** Nothing: a letter whose campaign is not recognised is handled by itself.
/// Beyond a fixed number the campaigns matched least recently are forgotten; after a start the
/// recent ones are restored from the table `draft` (`JdbcCampaigns` in [org.postbag.matching]).
///
/// **Settings.** None.
@NullMarked
package org.postbag.matching.campaign;

import org.jspecify.annotations.NullMarked;
