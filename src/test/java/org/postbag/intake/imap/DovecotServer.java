package org.postbag.intake.imap;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.IntFunction;
import org.awaitility.Awaitility;
import org.postbag.catalog.Secret;
import org.postbag.intake.Credentials;
import org.postbag.intake.MailServer;
import org.postbag.intake.MailServer.Security;
import org.postbag.intake.MailboxSettings;
import org.postbag.intake.StartFrom;
import org.postbag.intake.TestMailbox;

/// A Dovecot of its own for a test class, on loopback and free ports, in a temporary folder. Every
/// user exists, with the password `secret`; letters are delivered by putting files into maildirs.
public final class DovecotServer implements AutoCloseable {
  private final DovecotFiles files;
  private final Maildirs maildirs;
  private final Process process;

  private DovecotServer(DovecotFiles files, Process process) {
    this.files = files;
    this.maildirs = new Maildirs(files.base().resolve("mail"));
    this.process = process;
  }

  /// Starts one whose OAuth 2.0 tokens are checked at that address, or nowhere when it is blank.
  public static DovecotServer start(String introspection) {
    try {
      Path base = Files.createTempDirectory("postbag-dovecot");
      Maildirs.open(base);
      Maildirs.open(Files.createDirectories(base.resolve("mail")));
      DovecotFiles files = new DovecotFiles(base, freePort(), freePort());
      files.write(introspection);
      DovecotServer server = new DovecotServer(files, process(files));
      Awaitility.await().atMost(Duration.ofSeconds(20)).until(server::listens);
      return server;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public static DovecotServer start() {
    return start("");
  }

  private static Process process(DovecotFiles files) throws IOException {
    Path installed = Path.of("/usr/sbin/dovecot");
    String program = Files.exists(installed) ? installed.toString() : "dovecot";
    return new ProcessBuilder(program, "-F", "-c", files.main().toString())
        .redirectErrorStream(true)
        .redirectOutput(files.base().resolve("dovecot.out").toFile())
        .start();
  }

  private boolean listens() {
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port())) {
      return socket.getInputStream().read() == '*';
    } catch (IOException _) {
      return false;
    }
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }

  public int port() {
    return files.imap();
  }

  public int tlsPort() {
    return files.imaps();
  }

  public Path certificate() {
    return files.base().resolve("cert.pem");
  }

  /// A mailbox of that user, read from the beginning, over the given port without TLS.
  public static MailboxSettings mailbox(String user, int port) {
    MailServer server = new MailServer("127.0.0.1", port, Security.NONE);
    Credentials credentials = new Credentials.Password(new Secret("secret"));
    return TestMailbox.with(
        TestMailbox.of(user, user + "@example.org", server, user, credentials),
        Map.of("pollInterval", Duration.ofSeconds(1), "startFrom", new StartFrom.All()));
  }

  /// Puts a letter into the user's INBOX.
  public void deliver(String user, String letter) {
    deliver(user, letter.getBytes(StandardCharsets.ISO_8859_1));
  }

  public void deliver(String user, byte[] letter) {
    maildirs.deliver(user, letter);
  }

  /// Puts a letter that came at that time into INBOX or a folder.
  public void deliver(String user, String folder, byte[] letter, Instant received) {
    maildirs.deliver(user, folder, letter, received);
  }

  /// Puts many letters into INBOX at once.
  public void fill(String user, int count, IntFunction<String> letters) {
    maildirs.fill(user, count, letters);
    doveadm("index", user, "INBOX");
  }

  /// Puts all letters of one INBOX into another one, too; the files are shared.
  public void copy(String from, String to) {
    maildirs.copy(from, to);
    doveadm("index", to, "INBOX");
  }

  /// Makes the letters that wait in INBOX older by that much.
  public void age(String user, Duration by) {
    maildirs.age(user, by);
  }

  /// The names of the letters' files in INBOX; the flags stand behind `:2,`.
  public List<String> files(String user) {
    return maildirs.files(user);
  }

  /// Forgets the UIDs, so that the server gives new ones with a new UIDVALIDITY, which is the time
  /// in seconds.
  public void forgetUids(String user) {
    long last = maildirs.uidValidity(user);
    Awaitility.await().until(() -> Instant.now().getEpochSecond() > last);
    maildirs.forgetIndexes(user);
  }

  /// Runs `doveadm` for that user, such as `expunge mailbox INBOX all`.
  public String doveadm(String verb, String user, String... words) {
    try {
      List<String> all = new java.util.ArrayList<>();
      all.addAll(List.of("doveadm", "-c", files.main().toString()));
      all.addAll(List.of(verb.split(" ")));
      all.addAll(List.of("-u", user));
      all.addAll(List.of(words));
      Process run = new ProcessBuilder(all).redirectErrorStream(true).start();
      String said = new String(run.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      run.onExit().join();
      return said;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    process.destroy();
    try {
      if (!process.waitFor(10, TimeUnit.SECONDS)) {
        process.destroyForcibly();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
