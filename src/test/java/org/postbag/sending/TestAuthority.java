package org.postbag.sending;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import org.postbag.intake.OpenSsl;

/// A certificate authority for tests, made with openssl, and servers' certificates that it signs.
public final class TestAuthority {
  private static final String PASSWORD = "secret";

  private final Path folder;
  private final OpenSsl openSsl;

  public TestAuthority(Path folder) {
    this.folder = folder;
    this.openSsl = new OpenSsl(folder);
    openSsl.run(
        "req -x509 -newkey rsa:2048 -nodes -days 2 -subj /CN=Test-CA -keyout ca.key -out ca.pem");
  }

  /// The authority's own certificate, to be trusted or not.
  public Path pem() {
    return folder.resolve("ca.pem");
  }

  /// A server with a certificate for that name, valid from now on for so many days.
  public SSLContext server(String name) {
    write("names", "subjectAltName=DNS:" + name);
    openSsl.run(
        "req -newkey rsa:2048 -nodes -subj /CN=" + name + " -keyout leaf.key -out leaf.csr");
    openSsl.run(
        "x509 -req -in leaf.csr -CA ca.pem -CAkey ca.key -CAcreateserial -days 2"
            + " -extfile names -out leaf.pem");
    openSsl.run(
        "pkcs12 -export -in leaf.pem -inkey leaf.key -passout pass:" + PASSWORD + " -out leaf.p12");
    return context(folder.resolve("leaf.p12"));
  }

  private static SSLContext context(Path store) {
    try (InputStream in = Files.newInputStream(store)) {
      KeyStore keys = KeyStore.getInstance("PKCS12");
      keys.load(in, PASSWORD.toCharArray());
      KeyManagerFactory managers =
          KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
      managers.init(keys, PASSWORD.toCharArray());
      SSLContext context = SSLContext.getInstance("TLS");
      context.init(managers.getKeyManagers(), null, null);
      return context;
    } catch (IOException | GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private void write(String name, String text) {
    try {
      Files.writeString(folder.resolve(name), text);
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }
}
