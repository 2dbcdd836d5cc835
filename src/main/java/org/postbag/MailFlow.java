package org.postbag;

import static java.util.Objects.requireNonNull;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.apache.camel.Exchange;
import org.apache.camel.LoggingLevel;
import org.apache.camel.builder.RouteBuilder;
import org.jspecify.annotations.Nullable;
import org.postbag.intake.Batch;
import org.postbag.intake.Intake;
import org.postbag.intake.KeptLetter;
import org.postbag.intake.Reception;
import org.postbag.intake.ScreenedLetter;
import org.postbag.matching.MatchedLetter;
import org.postbag.matching.Matching;
import org.postbag.reply.Draft;
import org.postbag.reply.DraftBatch;
import org.postbag.reply.ReplyComposer;
import org.postbag.review.Approval;
import org.postbag.review.Rematching;
import org.postbag.review.Snoozes;
import org.postbag.sending.Bounces;
import org.postbag.sending.Dispatch;
import org.postbag.sending.SentBookkeeping;
import org.postbag.sending.Settlement;
import org.postbag.sending.StartupCheck;

/// The map of Postbag: the way of a letter, on one page.
///
/// ```
///  IMAP ──collect──▶ [kept] ──answer──▶ [waiting | needsPerson | setAside]
///                                                │
///                                             a person
///                                                ▼
///  SMTP ◀───────────────send────────────────[approved]
/// ```
///
/// Between the routes stand durable rows and nothing else. Each step takes what the step before it
/// gave and knows nothing of Camel; nothing of a letter ever travels in a header.
public final class MailFlow extends RouteBuilder {
  private static final int LETTERS_AT_ONCE = 100;

  // By elapsed time: Camel's `timer:` sleeps by the machine's clock, and until that has caught up
  // when it is set back.
  private static final String OFTEN = "?delay=250&initialDelay=0&exceptionHandler=#outages";
  private static final String SELDOM = "?delay=5000&initialDelay=0&exceptionHandler=#outages";

  private final Intake intake;
  private final Reception reception;
  private final Matching matching;
  private final ReplyComposer composer;
  private final Rematching rematching;
  private final Dispatch dispatch;
  private final StartupCheck startupCheck;
  private final SentBookkeeping sentBookkeeping;
  private final Settlement settlement;
  private final Bounces bounces;
  private final Snoozes snoozes;
  private final Outages outages;
  private final ExecutorService senders = Executors.newVirtualThreadPerTaskExecutor();

  public MailFlow(
      Intake intake,
      Reception reception,
      Matching matching,
      ReplyComposer composer,
      Rematching rematching,
      Dispatch dispatch,
      StartupCheck startupCheck,
      SentBookkeeping sentBookkeeping,
      Settlement settlement,
      Bounces bounces,
      Snoozes snoozes,
      Outages outages) {
    this.intake = intake;
    this.reception = reception;
    this.matching = matching;
    this.composer = composer;
    this.rematching = rematching;
    this.dispatch = dispatch;
    this.startupCheck = startupCheck;
    this.sentBookkeeping = sentBookkeeping;
    this.settlement = settlement;
    this.bounces = bounces;
    this.snoozes = snoozes;
    this.outages = outages;
  }

  // spotless:off
  @Override
  public void configure() {
    // No error handler: when keeping fails the cursor stays, and the mailbox is read again.
    from("imap-letters:all").routeId("collect")
        .errorHandler(noErrorHandler())
        .process().body(Batch.class, intake::keep);

    // No error handler here either: what could not be written is read again.
    from("scheduler:answer" + OFTEN).routeId("answer")
        .errorHandler(noErrorHandler())
        .setBody(constant(DraftBatch.EMPTY))
        .split().exchange(_ -> intake.unprocessed(LETTERS_AT_ONCE)).aggregationStrategy(MailFlow::addToBatch)
            .to("direct:read").end()
        .process().body(DraftBatch.class, bounces::apply)
        .process().body(DraftBatch.class, rematching::storeDrafts)
        .process(outages::worked);

    // A letter at which a step of ours breaks goes to a person as it came, and the others go on.
    from("direct:read").routeId("read")
        .onException(Throwable.class).handled(true).useOriginalBody()
            .log(LoggingLevel.ERROR, "Letter ${body.id} could not be read: ${exception.class.name}")
            .transform().body(KeptLetter.class, Draft::unreadable).end()
        .transform().body(KeptLetter.class, reception::open)
        .transform().body(ScreenedLetter.class, matching::matched)
        .transform().body(MatchedLetter.class, composer::draft);

    // Each reply leaves on a thread of its own, so that a slow server holds up nobody else's.
    from("scheduler:send" + OFTEN).routeId("send")
        .errorHandler(noErrorHandler())
        .split().exchange(_ -> dispatch.due()).wireTap("direct:leave").executorService(senders).end()
        .process(outages::worked);

    from("direct:leave").routeId("leave")
        .onException(Throwable.class).handled(true).process(outages::note).end()
        .process().body(Approval.class, dispatch::send);

    // Letters that were put off and whose time has come.
    from("scheduler:wake" + SELDOM).routeId("wake")
        .errorHandler(noErrorHandler())
        .process(_ -> snoozes.wakeDue())
        .process(outages::worked);

    // What the mailbox tells of replies that may have left already, before the first one leaves after
    // a start; what a sent reply leaves in the mailbox; and what that tells of an unclear one.
    from("scheduler:settle" + SELDOM).routeId("settle")
        .errorHandler(noErrorHandler())
        .process(_ -> startupCheck.run())
        .process(_ -> sentBookkeeping.writeBack())
        .process(_ -> settlement.searchSentFolder())
        .process(outages::worked);
  }
  // spotless:on

  /// One more draft into the batch that becomes durable in one transaction.
  private static Exchange addToBatch(@Nullable Exchange old, @Nullable Exchange next) {
    Exchange last = requireNonNull(next);
    Draft draft = requireNonNull(last.getMessage().getBody(Draft.class));
    last.getMessage().setBody(batch(old).with(draft));
    return last;
  }

  private static DraftBatch batch(@Nullable Exchange old) {
    return old == null
        ? DraftBatch.EMPTY
        : requireNonNull(old.getMessage().getBody(DraftBatch.class));
  }
}
