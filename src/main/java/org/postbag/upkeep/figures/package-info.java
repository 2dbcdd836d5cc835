/// How many letters came and what became of them: by day and topic, counted while it happens.
///
/// [org.postbag.upkeep.figures.FigureFollower] reads the ledger from where it last was and adds to
/// a few sums a day, in the transaction that moves its place: no page ever counts letters, each
/// entry counts once, and after any end the follower goes on exactly there. Nothing in the sums is
/// about a person.
///
/// The topic of a letter is the one that it has when its entry is counted, a few seconds after it
/// was written; days are the office's.
///
/// **What can fail.** The database: what was not counted is counted later.
///
/// **Settings.** None; the zone is the desk's.
@NullMarked
package org.postbag.upkeep.figures;

import org.jspecify.annotations.NullMarked;
