package org.postbag.intake.imap;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntFunction;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.postbag.catalog.Secret;
import org.postbag.intake.MailServer;
import org.postbag.intake.MailServer.Security;
import org.postbag.intake.MailboxSettings;
import org.postbag.intake.SignIn;
import org.postbag.intake.StartFrom;
import org.postbag.intake.TestMailbox;

/// A Dovecot of its own for a test class, on loopback and free ports, in a temporary folder. Every
/// user exists, with the password `secret`; letters are delivered by putting files into maildirs.
public final class DovecotServer implements AutoCloseable {
  private static final AtomicInteger DELIVERED = new AtomicInteger();

  private final Path base;
  private final int imap;
  private final int imaps;
  private final Process process;

  private DovecotServer(Path base, int imap, int imaps, Process process) {
    this.base = base;
    this.imap = imap;
    this.imaps = imaps;
    this.process = process;
  }

  /// Starts one whose OAuth 2.0 tokens are checked at that address, or nowhere when it is blank.
  public static DovecotServer start(String introspection) {
    try {
      Path base = Files.createTempDirectory("postbag-dovecot");
      open(base);
      open(Files.createDirectories(base.resolve("mail")));
      int imap = freePort();
      int imaps = freePort();
      certificate(base);
      Files.writeString(base.resolve("oauth2.conf"), oauth2(introspection));
      Files.writeString(base.resolve("dovecot.conf"), configuration(base, imap, imaps));
      Process process = command(base, "dovecot", "-F", "-c", base + "/dovecot.conf");
      DovecotServer server = new DovecotServer(base, imap, imaps, process);
      Awaitility.await().atMost(Duration.ofSeconds(20)).until(server::listens);
      return server;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public static DovecotServer start() {
    return start("");
  }

  private static Process command(Path base, String... words) throws IOException {
    ProcessBuilder builder = new ProcessBuilder(words);
    String path = builder.environment().getOrDefault("PATH", "");
    builder.environment().put("PATH", path + ":/usr/sbin:/sbin");
    if (words[0].equals("dovecot") && Files.exists(Path.of("/usr/sbin/dovecot"))) {
      builder.command().set(0, "/usr/sbin/dovecot");
    }
    return builder
        .redirectErrorStream(true)
        .redirectOutput(base.resolve(words[0] + ".out").toFile())
        .start();
  }

  private static void certificate(Path base) throws IOException {
    Process made =
        command(
            base,
            "openssl",
            "req",
            "-x509",
            "-newkey",
            "rsa:2048",
            "-nodes",
            "-days",
            "2",
            "-keyout",
            base + "/key.pem",
            "-out",
            base + "/cert.pem",
            "-subj",
            "/CN=localhost",
            "-addext",
            "subjectAltName=DNS:localhost,IP:127.0.0.1");
    made.onExit().join();
  }

  private static String oauth2(String introspection) {
    return """
    introspection_mode = post
    introspection_url = %s
    username_attribute = username
    active_attribute = active
    active_value = true
    force_introspection = yes
    use_grant_password = no
    """
        .formatted(introspection.isBlank() ? "http://127.0.0.1:1/" : introspection);
  }

  private static String configuration(Path base, int imap, int imaps) {
    boolean root = "root".equals(System.getProperty("user.name"));
    String mailUser = root ? "nobody" : System.getProperty("user.name");
    String internal =
        root ? "" : "default_internal_user = %1$s\ndefault_login_user = %1$s\n".formatted(mailUser);
    return """
    base_dir = BASE/run
    state_dir = BASE/lib
    log_path = BASE/dovecot.log
    protocols = imap
    listen = 127.0.0.1, 127.0.0.2
    ssl = yes
    ssl_cert = <BASE/cert.pem
    ssl_key = <BASE/key.pem
    disable_plaintext_auth = no
    auth_failure_delay = 0
    auth_mechanisms = plain login xoauth2
    first_valid_uid = 1
    mail_location = maildir:BASE/mail/%u
    mail_uid = USER
    mail_gid = GROUP
    mail_max_userip_connections = 500
    INTERNAL
    namespace inbox {
      inbox = yes
      separator = /
      mailbox Gesendet {
        auto = create
        special_use = \\Sent
      }
    }
    passdb {
      driver = static
      mechanisms = plain login
      args = password=secret
    }
    passdb {
      driver = oauth2
      mechanisms = xoauth2
      args = BASE/oauth2.conf
    }
    userdb {
      driver = static
      args = uid=USER gid=GROUP allow_all_users=yes home=BASE/mail/%u
    }
    service imap-login {
      CHROOT
      process_min_avail = 2
      inet_listener imap {
        address = 127.0.0.1
        port = IMAP_PORT
      }
      inet_listener imaps {
        port = IMAPS_PORT
        ssl = yes
      }
    }
    service anvil {
      CHROOT
    }
    """
        .replace("BASE", base.toString())
        .replace("INTERNAL", internal)
        .replace("USER", mailUser)
        .replace("GROUP", root ? "nogroup" : group())
        .replace("CHROOT", root ? "" : "chroot =")
        .replace("IMAP_PORT", Integer.toString(imap))
        .replace("IMAPS_PORT", Integer.toString(imaps));
  }

  /// The group of the files that this user makes.
  private static String group() {
    try {
      Process id = new ProcessBuilder("id", "-gn").start();
      return new String(id.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private boolean listens() {
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), imap)) {
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
    return imap;
  }

  public int tlsPort() {
    return imaps;
  }

  public Path certificate() {
    return base.resolve("cert.pem");
  }

  /// A mailbox of that user, read from the beginning, over the given port without TLS.
  public static MailboxSettings mailbox(String user, int port) {
    MailServer server = new MailServer("127.0.0.1", port, Security.NONE);
    SignIn signIn = new SignIn.Password(new Secret("secret"));
    return TestMailbox.with(
        TestMailbox.of(user, user + "@example.org", server, user, signIn),
        Map.of("pollInterval", Duration.ofSeconds(1), "startFrom", new StartFrom.All()));
  }

  /// Puts a letter into the user's INBOX.
  public void deliver(String user, String letter) {
    deliver(user, letter.getBytes(StandardCharsets.ISO_8859_1));
  }

  public void deliver(String user, byte[] letter) {
    try {
      Path box = base.resolve("mail").resolve(user);
      for (String part : List.of("", "tmp", "new", "cur")) {
        open(Files.createDirectories(box.resolve(part)));
      }
      String name = nextName();
      Path written = Files.write(box.resolve("tmp").resolve(name), letter);
      Files.setPosixFilePermissions(written, PosixFilePermissions.fromString("rw-rw-rw-"));
      Files.move(written, box.resolve("new").resolve(name));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// Puts many letters into INBOX at once.
  public void fill(String user, int count, IntFunction<String> letters) {
    deliver(user, letters.apply(1));
    Path fresh = base.resolve("mail").resolve(user).resolve("new");
    try {
      for (int number = 2; number <= count; number++) {
        Files.writeString(fresh.resolve(nextName()), letters.apply(number));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    doveadm("index", user, "INBOX");
  }

  /// Puts all letters of one INBOX into another one, too; the files are shared.
  public void copy(String from, String to) {
    deliver(to, new byte[0]);
    Path fresh = base.resolve("mail").resolve(to).resolve("new");
    files(to).forEach(empty -> delete(fresh.resolve(empty)));
    for (String name : files(from)) {
      link(letterFile(from, name), fresh.resolve(nextName()));
    }
    doveadm("index", to, "INBOX");
  }

  private Path letterFile(String user, String name) {
    Path box = base.resolve("mail").resolve(user);
    Path fresh = box.resolve("new").resolve(name);
    return Files.exists(fresh) ? fresh : box.resolve("cur").resolve(name);
  }

  private static void link(Path from, Path to) {
    try {
      Files.createLink(to, from);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void delete(Path file) {
    try {
      Files.delete(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String nextName() {
    return "%d.M%09d.test".formatted(1_700_000_000L, DELIVERED.incrementAndGet());
  }

  /// Makes the letters that wait in INBOX older by that much.
  public void age(String user, Duration by) {
    Path fresh = base.resolve("mail").resolve(user).resolve("new");
    try (Stream<Path> files = Files.list(fresh)) {
      for (Path file : files.toList()) {
        FileTime before = Files.getLastModifiedTime(file);
        Files.setLastModifiedTime(file, FileTime.from(before.toInstant().minus(by)));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void open(Path folder) throws IOException {
    Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxrwxrwx"));
  }

  /// The names of the letters' files in INBOX; the flags stand behind `:2,`.
  public List<String> files(String user) {
    Path box = base.resolve("mail").resolve(user);
    try (Stream<Path> fresh = Files.list(box.resolve("new"));
        Stream<Path> seen = Files.list(box.resolve("cur"))) {
      return Stream.concat(fresh, seen).map(p -> p.getFileName().toString()).sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// Runs `doveadm` for that user, such as `expunge mailbox INBOX all`.
  public String doveadm(String verb, String user, String... words) {
    try {
      List<String> all = new java.util.ArrayList<>();
      all.addAll(List.of("doveadm", "-c", base + "/dovecot.conf"));
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

  /// Forgets the UIDs, so that the server gives new ones with a new UIDVALIDITY, which is the time
  /// in seconds.
  public void forgetUids(String user) {
    Awaitility.await().pollDelay(Duration.ofMillis(1100)).until(() -> true);
    Path box = base.resolve("mail").resolve(user);
    try (Stream<Path> files = Files.list(box)) {
      for (Path file :
          files.filter(f -> f.getFileName().toString().startsWith("dovecot")).toList()) {
        Files.delete(file);
      }
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
