package org.postbag.upkeep.doctor;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import javax.net.ssl.SSLSocket;
import org.postbag.intake.MailServer;
import org.postbag.intake.imap.Tls;
import org.postbag.upkeep.health.Finding;
import org.postbag.upkeep.health.HealthCheck;

/// Whether a mail server answers by TLS, with a certificate that is trusted and lasts.
///
/// @param trust how the machine, or the mailbox's own file of authorities, trusts
public record CertificateCheck(MailServer server, Tls trust, InstantSource clock)
    implements HealthCheck {
  private static final Duration PATIENCE = Duration.ofSeconds(10);
  private static final Duration SOON = Duration.ofDays(14);

  @Override
  public List<Finding> look() {
    if (server.security() != MailServer.Security.TLS) {
      return List.of();
    }
    String part = "certificate of " + server;
    try (Socket plain = new Socket()) {
      plain.connect(new InetSocketAddress(server.host(), server.port()), (int) PATIENCE.toMillis());
      plain.setSoTimeout((int) PATIENCE.toMillis());
      SSLSocket socket = (SSLSocket) trust.over(plain, server);
      X509Certificate first = (X509Certificate) socket.getSession().getPeerCertificates()[0];
      Duration left = Duration.between(clock.instant(), first.getNotAfter().toInstant());
      return List.of(
          left.compareTo(SOON) < 0
              ? Finding.warning(
                  part,
                  "It ends in %d days; tell whoever keeps the server.".formatted(left.toDays()))
              : Finding.well(part, "It is good for %d days.".formatted(left.toDays())));
    } catch (IOException e) {
      return List.of(
          Finding.down(part, "The server cannot be reached safely: %s.".formatted(e.getMessage())));
    }
  }
}
