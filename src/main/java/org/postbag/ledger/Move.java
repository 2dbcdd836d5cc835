package org.postbag.ledger;

/// A wish to change a letter's state, with who wishes it and why.
///
/// @param why never personal data of a correspondent, because the ledger outlives erasure
public record Move(long letter, State from, State to, Actor actor, Reason why) {}
