package org.postbag.bench;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.locks.LockSupport;

/// A Postfix of its own folder that takes letters on a free port and relays them to another one.
/// Needs Debian's postfix, and root.
final class PostfixRelay implements AutoCloseable {
  private final Path etc;
  private final int port;

  private PostfixRelay(Path etc, int port) {
    this.etc = etc;
    this.port = port;
  }

  static PostfixRelay start(Path folder, int sink) throws IOException {
    Path etc = Files.createDirectories(folder.resolve("etc"));
    Path spool = Files.createDirectories(folder.resolve("spool"));
    Path data = Files.createDirectories(folder.resolve("data"));
    run("chmod", "755", folder.resolve("..").toString(), folder.toString());
    run("chown", "postfix", data.toString());
    int port = freePort();
    Files.writeString(etc.resolve("main.cf"), settings(folder, spool, data, sink));
    Files.writeString(etc.resolve("master.cf"), services(port));
    run("postfix", "-c", etc.toString(), "start");
    PostfixRelay relay = new PostfixRelay(etc, port);
    relay.awaitReady();
    return relay;
  }

  private static String settings(Path folder, Path spool, Path data, int sink) {
    return """
    compatibility_level = 3.6
    queue_directory = %s
    data_directory = %s
    command_directory = /usr/sbin
    daemon_directory = /usr/lib/postfix/sbin
    mail_owner = postfix
    setgid_group = postdrop
    inet_interfaces = 127.0.0.1
    inet_protocols = ipv4
    myhostname = relay.example
    mydestination =
    mynetworks = 127.0.0.0/8
    smtpd_relay_restrictions = permit_mynetworks, reject
    relayhost = [127.0.0.1]:%d
    disable_dns_lookups = yes
    smtp_host_lookup = native
    smtp_tls_security_level = none
    maillog_file = %s/mail.log
    maillog_file_prefixes = %s
    alias_maps =
    alias_database =
    """
        .formatted(spool, data, sink, folder, folder);
  }

  private static String services(int port) throws IOException {
    return Files.readString(Path.of("/etc/postfix/master.cf"))
        .replaceAll("(?m)^smtp +inet .*$", "127.0.0.1:" + port + " inet n - n - - smtpd")
        .replaceAll("(?m)^(\\S+ +(?:inet|unix) +\\S+ +\\S+ +)y ", "$1n ");
  }

  private static int freePort() throws IOException {
    try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return free.getLocalPort();
    }
  }

  private void awaitReady() {
    for (int i = 0; i < 200; i++) {
      try (Socket _ = new Socket(InetAddress.getLoopbackAddress(), port)) {
        return;
      } catch (IOException _) {
        LockSupport.parkNanos(50_000_000);
      }
    }
    throw new IllegalStateException("Postfix did not come up; see the log beside " + etc);
  }

  int port() {
    return port;
  }

  private static void run(String... command) throws IOException {
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    String said =
        new String(
            process.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
    if (process.onExit().join().exitValue() != 0) {
      throw new IllegalStateException(String.join(" ", command) + ": " + said);
    }
  }

  @Override
  public void close() throws IOException {
    run("postfix", "-c", etc.toString(), "stop");
  }
}
