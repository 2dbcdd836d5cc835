package org.postbag.past;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.CRC32;
import org.jspecify.annotations.Nullable;

/// One folder in the form Maildir: a file a letter, in `cur` and `new`. Its place is how many of
/// the files are read, in the order of their names; when files come or go, all are read again, and
/// known letters are recognised.
final class MaildirFolder implements FileLetters {
  private final List<Path> files = new ArrayList<>();
  private int next;

  MaildirFolder(Path folder) throws IOException {
    for (String part : List.of("cur", "new")) {
      if (Files.isDirectory(folder.resolve(part))) {
        try (Stream<Path> listed = Files.list(folder.resolve(part))) {
          listed.filter(Files::isRegularFile).forEach(files::add);
        }
      }
    }
    files.sort(Comparator.comparing(MaildirFolder::name));
  }

  /// The folder, and those that Maildir++ keeps below it as `.Name`.
  static List<Path> in(Path folder) throws IOException {
    try (Stream<Path> listed = Files.list(folder)) {
      return Stream.concat(Stream.of(folder), listed.sorted()).filter(MaildirFolder::is).toList();
    }
  }

  static boolean is(Path folder) {
    return Files.isDirectory(folder.resolve("cur")) || Files.isDirectory(folder.resolve("new"));
  }

  /// Without the flags behind the colon, which change.
  private static String name(Path file) {
    String name = file.getFileName().toString();
    return name.contains(":") ? name.substring(0, name.indexOf(':')) : name;
  }

  @Override
  public long epoch() {
    CRC32 sum = new CRC32();
    files.forEach(file -> sum.update((name(file) + "\n").getBytes(StandardCharsets.UTF_8)));
    return sum.getValue();
  }

  @Override
  public long end() {
    return files.size();
  }

  @Override
  public void skipTo(long place) {
    next = (int) place;
  }

  /// A mail program may move or delete a file meanwhile.
  @Override
  public @Nullable Found next() throws IOException {
    while (next < files.size()) {
      Path file = files.get(next++);
      try (InputStream in = Files.newInputStream(file)) {
        byte[] octets = in.readNBytes(MOST_OCTETS);
        return new Found(octets, Files.getLastModifiedTime(file).toInstant(), next);
      } catch (NoSuchFileException _) {
        // Read under its new name at the next reading.
      }
    }
    return null;
  }

  @Override
  public void close() {
    // Each file is closed at once.
  }
}
