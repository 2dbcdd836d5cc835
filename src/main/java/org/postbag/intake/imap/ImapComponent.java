package org.postbag.intake.imap;

import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import org.apache.camel.Endpoint;
import org.apache.camel.support.DefaultComponent;
import org.postbag.intake.AccessTokens;
import org.postbag.intake.AccountCheck;
import org.postbag.intake.Intake;
import org.postbag.intake.MailboxHealth;
import org.postbag.intake.MailboxSettings;
import org.postbag.intake.RetrySignal;

/// Camel's way into the mailboxes: `imap-letters:all`, or `imap-letters:NAME` for one of them. The
/// body of each exchange is a [org.postbag.intake.Batch]; it has no headers. When the exchange
/// fails, the cursor stays and the letters come again.
public final class ImapComponent extends DefaultComponent {
  /// The scheme under which the root registers this component.
  public static final String SCHEME = "imap-letters";

  private final List<MailboxSettings> mailboxes;
  private final AccessTokens tokens;
  private final Intake intake;
  private final MailboxHealth health;
  private final RetrySignal retries;
  private final AccountCheck accounts;
  private final InstantSource clock;
  private final ReadingIntervals readingIntervals;
  private final FetchBudget budget = FetchBudget.ofHeap();

  public ImapComponent(
      List<MailboxSettings> mailboxes,
      AccessTokens tokens,
      Intake intake,
      MailboxHealth health,
      RetrySignal retries,
      AccountCheck accounts,
      InstantSource clock) {
    this(mailboxes, tokens, intake, health, retries, accounts, clock, ReadingIntervals.standard());
  }

  ImapComponent(
      List<MailboxSettings> mailboxes,
      AccessTokens tokens,
      Intake intake,
      MailboxHealth health,
      RetrySignal retries,
      AccountCheck accounts,
      InstantSource clock,
      ReadingIntervals readingIntervals) {
    this.mailboxes = List.copyOf(mailboxes);
    this.tokens = tokens;
    this.intake = intake;
    this.health = health;
    this.retries = retries;
    this.accounts = accounts;
    this.clock = clock;
    this.readingIntervals = readingIntervals;
  }

  @Override
  protected Endpoint createEndpoint(String uri, String name, Map<String, Object> parameters) {
    List<MailboxSettings> read =
        mailboxes.stream().filter(m -> name.equals("all") || m.name().equals(name)).toList();
    if (read.isEmpty() && !name.equals("all")) {
      throw new IllegalArgumentException("no mailbox is called " + name);
    }
    return new ImapEndpoint(uri, this, read);
  }

  FolderReader reader(
      MailboxSettings mailbox,
      String folder,
      java.util.function.Consumer<org.postbag.intake.Batch> sink) {
    return new FolderReader(
        mailbox,
        folder,
        tokens,
        intake,
        sink,
        health,
        budget,
        readingIntervals,
        retries,
        accounts,
        clock);
  }
}
