package org.postbag.demo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// The demo's files: its data, and its own copy of the topics and standard replies, to be edited
/// and spoilt at will.
public final class DemoFolder implements AutoCloseable {
  /// The postcodes that the member of the demo speaks for.
  public static final List<String> CONSTITUENCY =
      List.of("DN1", "DN2", "DN3", "DN4", "DN5", "DN6", "DN12");

  /// Without this file a data folder is somebody's real one.
  private static final String MARK = "this-is-a-demo";

  private static final Pattern EXPIRES =
      Pattern.compile("(?m)^expires:\\s*(\\d{4}-\\d{2}-\\d{2})\\s*$");

  private final Path source;
  private final Path folder;
  private final boolean passing;

  private DemoFolder(Path source, Path folder, boolean passing) throws IOException {
    this.source = source;
    this.folder = folder;
    this.passing = passing;
    Files.createDirectories(folder);
    Files.writeString(folder.resolve(MARK), "Data of `postbag demo`; may be deleted.\n");
  }

  /// A folder of the system's temporary ones, removed when it is closed.
  ///
  /// @param config where `topics/` and `replies/` are copied from
  public static DemoFolder passing(Path config) throws IOException {
    return new DemoFolder(config, Files.createTempDirectory("postbag-demo"), true);
  }

  /// A folder that stays, with what the last demo left in it.
  ///
  /// @throws IllegalArgumentException when it holds anything but a demo's data: a reply that an
  ///   office has approved must not be taken for sent because a demo swallowed it
  public static DemoFolder lasting(Path config, Path data) throws IOException {
    if (Files.isDirectory(data) && !files(data).isEmpty() && !Files.exists(data.resolve(MARK))) {
      throw new IllegalArgumentException("not the data of a demo; name an empty folder");
    }
    return new DemoFolder(config, data, false);
  }

  Path data() {
    return folder;
  }

  Path config() {
    return folder.resolve("config");
  }

  /// Writes the settings for that mail server, and copies topics and replies, unless an earlier
  /// demo did. A sample reply that has expired is given another year: a demo that drafts nothing
  /// would show nothing.
  ///
  /// @param port of the desk
  void configure(DemoMailServer server, int port, InstantSource clock) throws IOException {
    copyConfiguration(LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC));
    Files.writeString(config().resolve("application.yaml"), settings(server, port));
  }

  private static String settings(DemoMailServer server, int port) {
    return """
    # The settings of the demo, written anew at each start. config/application.yaml of Postbag itself
    # explains all of them.
    postbag:
      office: Office of Margaret Thorne MP
      time-zone: Europe/London
      constituency: %s
      mailboxes:
        %s:
          address: %s
          name: Office of Margaret Thorne MP
          signature: |
            With best wishes,

            Margaret Thorne MP
            *Member of Parliament for Danum Vale*
          imap: imap://127.0.0.1:%d
          smtp: smtp://127.0.0.1:%d
          password: %s
          poll-interval: 1s
      sending:
        dry-run: false
        undo-window: %ds
        # All of the sample letters arrive within an hour.
        draft-limit: 1000000
      desk:
        port: %d
    """
        .formatted(
            CONSTITUENCY,
            Demo.MAILBOX,
            DemoMailServer.OFFICE,
            server.imapPort(),
            server.smtpPort(),
            DemoMailServer.PASSWORD,
            Demo.UNDO_WINDOW.toSeconds(),
            port);
  }

  void copyConfiguration(LocalDate today) throws IOException {
    for (String kind : List.of("topics", "replies")) {
      Path to = config().resolve(kind);
      if (!Files.exists(to)) {
        Files.createDirectories(to);
        for (Path file : files(source.resolve(kind))) {
          String text = inTime(Files.readString(file), today);
          Files.writeString(to.resolve(file.getFileName().toString()), text);
        }
      }
    }
  }

  private static List<Path> files(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.filter(Files::isRegularFile).sorted().toList();
    }
  }

  private static String inTime(String text, LocalDate today) {
    Matcher expires = EXPIRES.matcher(text);
    boolean expired = expires.find() && LocalDate.parse(expires.group(1)).isBefore(today);
    return expired ? expires.replaceFirst("expires: " + today.plusYears(1)) : text;
  }

  @Override
  public void close() {
    if (passing) {
      try (Stream<Path> all = Files.walk(folder)) {
        for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
          Files.deleteIfExists(path);
        }
      } catch (IOException e) {
        throw new UncheckedIOException("the demo's folder " + folder + " could not be removed", e);
      }
    }
  }
}
