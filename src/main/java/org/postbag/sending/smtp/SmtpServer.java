package org.postbag.sending.smtp;

import javax.net.ssl.SSLSocketFactory;
import org.postbag.intake.MailServer;

/// A mailbox's way out.
///
/// @param tls whom to trust; its certificates are checked against the host's name
public record SmtpServer(MailServer address, Login login, SSLSocketFactory tls, Timeouts timeouts) {
  /// With the machine's own list of authorities and the standard's time-outs.
  public SmtpServer(MailServer address, Login login) {
    this(address, login, (SSLSocketFactory) SSLSocketFactory.getDefault(), Timeouts.STANDARD);
  }
}
