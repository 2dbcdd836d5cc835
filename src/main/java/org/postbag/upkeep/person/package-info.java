/// Everything that is kept on one correspondent: found, exported ([PersonExport]), erased
/// ([Erasure]).
///
/// **Who is meant.** One person is one address in the spelling that addresses are compared by
/// ([Address#canonical][org.postbag.email.Address#canonical]). Theirs are the letters that come
/// from it or are answered to it, the replies to it, and delivery reports that hold a reply to it
/// ([PersonLetters]).
///
/// **What erasing leaves.** The row of each letter with its place in the mailbox, its times, its
/// state and topic, and a SHA-256 of what it was, so that the counts stay right, the ledger's chain
/// stays whole, and the letter is not collected once more while it still stands in the mailbox.
/// Postbag never deletes in the mailbox; the office does.
///
/// **The order.** What is in memory and in the index first, then the rows, then the free space of
/// the database: after any end in between, erasing again finishes the work.
///
/// **Standards.** GDPR Articles 15, 17 and 20.
///
/// **What can fail.** A reply that is being sent at this moment, and a legal hold: said, and
/// nothing of that letter is changed. A full disk: the exception says so, and erasing again
/// finishes.
///
/// **Settings.** None.
@NullMarked
package org.postbag.upkeep.person;

import org.jspecify.annotations.NullMarked;
