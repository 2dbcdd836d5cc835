package org.postbag.past.made;

import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// A received letter while the mailbox is made: what the answer to it needs to know.
record Incoming(
    int number,
    MadeLetter.Kind kind,
    Instant at,
    Writer writer,
    String subject,
    String text,
    Optional<String> messageId,
    @Nullable Matter matter) {}
