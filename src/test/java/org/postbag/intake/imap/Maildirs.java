package org.postbag.intake.imap;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntFunction;
import java.util.stream.Stream;

/// The maildirs of a server, one for each user: letters come and go as files.
///
/// @param root the folder of all maildirs
record Maildirs(Path root) {
  private static final AtomicInteger DELIVERED = new AtomicInteger();

  /// Puts a letter into the user's INBOX.
  void deliver(String user, byte[] letter) {
    try {
      Path box = root.resolve(user);
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

  /// Puts a letter that came at that time into a folder below INBOX, as Maildir++ names it, or into
  /// INBOX itself.
  void deliver(String user, String folder, byte[] letter, Instant received) {
    try {
      Path inbox = root.resolve(user);
      Path box = folder.equals("INBOX") ? inbox : inbox.resolve("." + folder);
      open(Files.createDirectories(inbox));
      for (String part : List.of("", "tmp", "new", "cur")) {
        open(Files.createDirectories(box.resolve(part)));
      }
      Path written = Files.write(box.resolve("tmp").resolve(nextName()), letter);
      Files.setPosixFilePermissions(written, PosixFilePermissions.fromString("rw-rw-rw-"));
      Files.setLastModifiedTime(written, FileTime.from(received));
      Files.move(written, box.resolve("new").resolve(written.getFileName()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// Puts many letters into INBOX at once.
  void fill(String user, int count, IntFunction<String> letters) {
    deliver(user, letters.apply(1).getBytes(StandardCharsets.ISO_8859_1));
    Path fresh = root.resolve(user).resolve("new");
    try {
      for (int number = 2; number <= count; number++) {
        Files.writeString(fresh.resolve(nextName()), letters.apply(number));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// Puts all letters of one INBOX into another one, too; the files are shared.
  void copy(String from, String to) {
    deliver(to, new byte[0]);
    Path fresh = root.resolve(to).resolve("new");
    files(to).forEach(empty -> delete(fresh.resolve(empty)));
    for (String name : files(from)) {
      link(letterFile(from, name), fresh.resolve(nextName()));
    }
  }

  private Path letterFile(String user, String name) {
    Path box = root.resolve(user);
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
  void age(String user, Duration by) {
    Path fresh = root.resolve(user).resolve("new");
    try (Stream<Path> files = Files.list(fresh)) {
      for (Path file : files.toList()) {
        FileTime before = Files.getLastModifiedTime(file);
        Files.setLastModifiedTime(file, FileTime.from(before.toInstant().minus(by)));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static void open(Path folder) throws IOException {
    Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxrwxrwx"));
  }

  /// The names of the letters' files in INBOX; the flags stand behind `:2,`.
  List<String> files(String user) {
    Path box = root.resolve(user);
    try (Stream<Path> fresh = Files.list(box.resolve("new"));
        Stream<Path> seen = Files.list(box.resolve("cur"))) {
      return Stream.concat(fresh, seen).map(p -> p.getFileName().toString()).sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// The UIDVALIDITY of INBOX: `V` in the first line of the server's list of UIDs.
  long uidValidity(String user) {
    try (Stream<String> lines = Files.lines(root.resolve(user).resolve("dovecot-uidlist"))) {
      return Arrays.stream(lines.findFirst().orElseThrow().split(" "))
          .filter(word -> word.startsWith("V"))
          .mapToLong(word -> Long.parseLong(word.substring(1)))
          .findFirst()
          .orElseThrow();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// Takes away what the server keeps for itself beside the letters.
  void forgetIndexes(String user) {
    Path box = root.resolve(user);
    try (Stream<Path> files = Files.list(box)) {
      for (Path file :
          files.filter(f -> f.getFileName().toString().startsWith("dovecot")).toList()) {
        Files.delete(file);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
