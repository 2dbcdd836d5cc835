package org.postbag.intake;

import java.time.Instant;
import org.postbag.email.Address;
import org.postbag.email.MessageId;

/// A reply of which nobody knows whether it left, as it would be known again in the folder of sent
/// letters.
///
/// @param id its Message-ID, which some providers replace by one of their own
/// @param mark the value of its field `X-Postbag`, which most of them leave alone
/// @param to its only recipient
/// @param from the earliest moment at which it can have left
/// @param until the latest
public record SentReply(
    MessageId id, String mark, Address to, String subject, Instant from, Instant until) {}
