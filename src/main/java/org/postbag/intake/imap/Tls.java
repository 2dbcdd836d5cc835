package org.postbag.intake.imap;

import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.util.Optional;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;
import javax.net.ssl.TrustManagerFactory;
import org.postbag.intake.MailServer;

/// TLS whose certificate and host name are always verified (RFC 8314 §3, RFC 9525).
public final class Tls {
  private final SSLSocketFactory sockets;

  private Tls(SSLSocketFactory sockets) {
    this.sockets = sockets;
  }

  /// Trusts the authorities in that PEM file, or the machine's own without one.
  ///
  /// @throws IllegalArgumentException when the file cannot be read as certificates
  public static Tls trusting(Optional<Path> certificates) {
    try {
      return new Tls(
          certificates.isEmpty()
              ? SSLContext.getDefault().getSocketFactory()
              : context(certificates.get()).getSocketFactory());
    } catch (IOException | GeneralSecurityException e) {
      throw new IllegalArgumentException("no certificates in " + certificates.orElse(null), e);
    }
  }

  private static SSLContext context(Path pem) throws IOException, GeneralSecurityException {
    KeyStore trusted = KeyStore.getInstance(KeyStore.getDefaultType());
    trusted.load(null, null);
    try (InputStream in = Files.newInputStream(pem)) {
      int number = 0;
      for (Certificate each : CertificateFactory.getInstance("X.509").generateCertificates(in)) {
        trusted.setCertificateEntry("ca-" + number++, each);
      }
    }
    TrustManagerFactory trust =
        TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
    trust.init(trusted);
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(null, trust.getTrustManagers(), null);
    return context;
  }

  /// TLS over a connected socket; the handshake is done when this returns.
  public Socket over(Socket plain, MailServer server) throws IOException {
    SSLSocket secure = (SSLSocket) sockets.createSocket(plain, server.host(), server.port(), true);
    SSLParameters parameters = secure.getSSLParameters();
    parameters.setEndpointIdentificationAlgorithm("HTTPS");
    secure.setSSLParameters(parameters);
    secure.startHandshake();
    return secure;
  }
}
