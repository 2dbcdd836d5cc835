/// Every change of a letter's state, with who and when, chained by hash; and the account that
/// always balances.
///
/// The state of a letter changes here and nowhere else: one compare-and-set together with one
/// entry, in one transaction.
///
/// Why it changed is a [Reason]: a stable word in the database and the API, and a sentence for
/// people. All reasons of all rooms are known here, as all states are.
///
/// **What can fail.** A move from a state that the letter is no longer in is refused as a value.
///
/// **Settings.** None.
@NullMarked
package org.postbag.ledger;

import org.jspecify.annotations.NullMarked;
