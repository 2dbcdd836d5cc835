package org.postbag.sending;

import java.time.Instant;

/// A mailbox through which nothing leaves at the moment.
///
/// @param why what the server said, or what happened on the way to it
/// @param until the next try
public record SendingOutage(String mailbox, String why, Instant until) {}
