package org.postbag.catalog;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Why a file or folder cannot be used, in words for those who keep the machine.
public final class Unusable {
  private record Words(String why, String mend) {}

  private static final Words OCCUPIED =
      new Words("a file stands where a folder must be", "move it away");
  private static final Words FORBIDDEN =
      new Words(
          "the program has no right to use it",
          "give it to the user who runs the program (chown), with the right to read and write");
  private static final Words TOO_SMALL =
      new Words(
          "there is too little memory for it",
          "give Java more, such as by POSTBAG_JAVA_OPTS=-Xmx512m");
  private static final Words GONE = new Words("it is not there", "put it back");

  /// What the system says where Java has no exception for it.
  private static final Map<String, Words> SAID =
      Map.of(
          "No space left", new Words("the disk is full", "make room on it"),
          "quota exceeded", new Words("the disk quota is used up", "make room, or raise it"),
          "Read-only file system",
              new Words("the disk can only be read", "mount it so that it can be written"),
          "Too many open files",
              new Words("the program has too many files open", "raise its limit (ulimit -n)"),
          "Input/output error",
              new Words("the disk does not answer", "look at the system's log, and for a backup"));

  /// In bytes: less holds no further letter.
  private static final long LEAST_ROOM = 1_000_000;

  private Unusable() {}

  /// What a failure to use a file or folder says.
  ///
  /// @param path what was to be used
  /// @param failure how that failed; what caused it counts
  public static Problem of(Path path, Throwable failure) {
    Words words =
        failure instanceof OutOfMemoryError
            ? TOO_SMALL
            : innermost(failure)
                .map(Unusable::words)
                .orElseGet(() -> new Words(said(failure), "--debug shows where"));
    return Problem.error(path.toString(), 0, words.why, words.mend);
  }

  /// Whether a folder can be written, or made where there is none: nothing is changed to know.
  public static Optional<Problem> folder(Path folder) {
    Path there = folder.toAbsolutePath();
    while (Files.notExists(there) && there.getParent() != null) {
      there = there.getParent();
    }
    try {
      look(there);
      return Optional.empty();
    } catch (IOException e) {
      return Optional.of(of(there, e));
    }
  }

  private static void look(Path there) throws IOException {
    if (!Files.isDirectory(there)) {
      throw new NotDirectoryException(there.toString());
    }
    FileStore disk = Files.getFileStore(there);
    if (disk.isReadOnly()) {
      throw new IOException("Read-only file system");
    }
    if (!Files.isReadable(there) || !Files.isWritable(there) || !Files.isExecutable(there)) {
      throw new AccessDeniedException(there.toString());
    }
    if (disk.getUsableSpace() < LEAST_ROOM) {
      throw new IOException("No space left");
    }
  }

  private static Optional<IOException> innermost(Throwable failure) {
    Optional<IOException> innermost = Optional.empty();
    for (@Nullable Throwable next = failure; next != null; next = next.getCause()) {
      innermost = next instanceof IOException broken ? Optional.of(broken) : innermost;
    }
    return innermost.map(Unusable::first);
  }

  /// A lock that could not be made is said to be missing, and why only beside that.
  private static IOException first(IOException failure) {
    return Stream.of(failure.getSuppressed())
        .filter(IOException.class::isInstance)
        .map(IOException.class::cast)
        .findFirst()
        .orElse(failure);
  }

  private static Words words(IOException failure) {
    return switch (failure) {
      case FileAlreadyExistsException _ -> OCCUPIED;
      case NotDirectoryException _ -> OCCUPIED;
      case AccessDeniedException _ -> FORBIDDEN;
      case NoSuchFileException _ -> GONE;
      case IOException other ->
          SAID.entrySet().stream()
              .filter(known -> said(other).contains(known.getKey()))
              .findFirst()
              .map(Map.Entry::getValue)
              .orElseGet(() -> new Words(said(other), "see whether its disk is sound"));
    };
  }

  private static String said(Throwable failure) {
    String message = failure.getMessage();
    return message == null
        ? failure.getClass().getSimpleName()
        : message.lines().findFirst().orElse("");
  }
}
