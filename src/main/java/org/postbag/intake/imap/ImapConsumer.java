package org.postbag.intake.imap;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.apache.camel.Exchange;
import org.apache.camel.Processor;
import org.apache.camel.RuntimeCamelException;
import org.apache.camel.support.DefaultConsumer;
import org.postbag.intake.Batch;
import org.postbag.intake.MailboxSettings;

/// Runs one virtual thread a folder, and sends what each of them reads through the route.
final class ImapConsumer extends DefaultConsumer {
  private static final Duration FAREWELL = Duration.ofSeconds(5);

  private final ImapComponent component;
  private final List<MailboxSettings> mailboxes;
  private final List<Thread> threads = new ArrayList<>();

  ImapConsumer(
      ImapEndpoint endpoint,
      ImapComponent component,
      List<MailboxSettings> mailboxes,
      Processor processor) {
    super(endpoint, processor);
    this.component = component;
    this.mailboxes = mailboxes;
  }

  @Override
  protected void doStart() throws Exception {
    super.doStart();
    for (MailboxSettings mailbox : mailboxes) {
      for (String folder : mailbox.folders()) {
        FolderReader reader = component.reader(mailbox, folder, this::send);
        threads.add(
            Thread.ofVirtual().name("collect " + mailbox.name() + "/" + folder).start(reader));
      }
    }
  }

  /// Sends a batch through the route; throws when that failed, and nothing of it was kept.
  private void send(Batch batch) {
    Exchange exchange = createExchange(true);
    exchange.getIn().setBody(batch);
    try {
      getProcessor().process(exchange);
    } catch (Exception e) {
      exchange.setException(e);
    }
    if (exchange.getException() != null) {
      throw RuntimeCamelException.wrapRuntimeCamelException(exchange.getException());
    }
  }

  @Override
  protected void doStop() throws Exception {
    // An interrupt closes the socket that a virtual thread is reading from.
    threads.forEach(Thread::interrupt);
    for (Thread thread : threads) {
      thread.join(FAREWELL);
    }
    threads.clear();
    super.doStop();
  }
}
