package org.postbag.sending;

import java.time.Instant;
import java.util.Optional;
import org.postbag.ledger.Reason;

/// Why a reply has not left so far, or did not arrive.
///
/// @param words the mail server's answer in full, or what happened; may hold addresses
/// @param next when it is tried again; empty when it is not
public record Refusal(long letter, Reason reason, String words, Optional<Instant> next) {}
