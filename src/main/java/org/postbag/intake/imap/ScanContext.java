package org.postbag.intake.imap;

import java.time.InstantSource;
import java.util.function.Consumer;
import org.postbag.intake.Batch;
import org.postbag.intake.MailboxSettings;

/// What every pass through a folder works with.
///
/// @param sink keeps a batch, or throws
/// @param exponentialBackoff between questions for a letter that is withheld
record ScanContext(
    MailboxSettings mailbox,
    Consumer<Batch> sink,
    Bisection bisection,
    FetchBudget budget,
    ExponentialBackoff exponentialBackoff,
    InstantSource clock) {}
