package org.postbag.intake.imap;

import java.util.List;
import org.apache.camel.Consumer;
import org.apache.camel.Processor;
import org.apache.camel.Producer;
import org.apache.camel.support.DefaultEndpoint;
import org.postbag.intake.MailboxSettings;

/// Some mailboxes as the beginning of a route.
final class ImapEndpoint extends DefaultEndpoint {
  private final ImapComponent component;
  private final List<MailboxSettings> mailboxes;

  ImapEndpoint(String uri, ImapComponent component, List<MailboxSettings> mailboxes) {
    super(uri, component);
    this.component = component;
    this.mailboxes = mailboxes;
  }

  @Override
  public Consumer createConsumer(Processor processor) {
    return new ImapConsumer(this, component, mailboxes, processor);
  }

  @Override
  public Producer createProducer() {
    throw new UnsupportedOperationException("letters are only read here");
  }
}
