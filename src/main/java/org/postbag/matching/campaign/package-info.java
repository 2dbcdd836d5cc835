/// Campaigns: letters that many people send in nearly the same words.
///
/// A campaign counts in how many of its members each run of three words stands ([RunCounts]). Its
/// *core* are the runs in at least a fifth of them. A letter joins the campaign whose core it
/// shares:
///
/// ```
/// |letter ∩ core| / min(|letter|, |core|) ≥ ClusterMerging.LETTER_ALIKE
/// ```
///
/// Runs that are core to several campaigns otherwise unlike, or that stand in letters of all kinds,
/// are *frame* and do not count ([FrameRuns]). To compare with every campaign would be slow: one
/// run in four is looked up in an inverted index ([RunIndex]), and only the nearest are compared in
/// full. [Campaigns#reconcile] merges campaigns that turned out to be one; opposite stances
/// ([Polarity]), another matter in the same frame ([Aligned]) and what staff said keep them apart.
///
/// The *consensus* are the sentences of typical letters that many members have. A sentence of a
/// letter is *shared* when its runs stand in many members, or when it rewords a sentence of the
/// consensus. The salutation, the sign-off, the name and the address are the letter's frame. All
/// else is *personal* ([PersonalLines]), and says whether a person has to read the letter by itself
/// ([Signs]).
///
/// **Example.** Letter 7 resembles no other: `join(7, text)` is empty, and 7 is remembered. Letter
/// 9 repeats it with a question at its end: `join(9, text)` is a campaign with `first` = 7, the
/// question as its own line, and the sign `QUESTION`. Asking again about a letter judges it by what
/// the campaign has in common by then.
///
/// **What can fail.** Nothing: a letter whose campaign is not recognised is handled by itself. Of
/// letters in no campaign the newest 10,000 are remembered. A long text is read up to 100,000
/// characters. `CampaignKeeper` in [org.postbag.matching] keeps campaigns over restarts.
///
/// **Settings.** None.
@NullMarked
package org.postbag.matching.campaign;

import org.jspecify.annotations.NullMarked;
