package org.postbag.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.stream.Stream;

/// The message files that a command line names: files, folders in name order, `-` for standard
/// input. One is read at a time, and what cannot be read does not stop the rest.
final class MessageFiles {
  /// What is read of one file at most, in bytes.
  static final int MAX_BYTES = 64 * 1024 * 1024;

  private final BiConsumer<String, byte[]> reader;
  private final PrintWriter errors;
  private int unreadable;

  MessageFiles(BiConsumer<String, byte[]> reader, PrintWriter errors) {
    this.reader = reader;
    this.errors = errors;
  }

  /// Hands each message to the reader; how many could not be read is the answer.
  int readAll(List<String> names) {
    names.forEach(this::read);
    return unreadable;
  }

  private void read(String name) {
    Path path = Path.of(name);
    if (name.equals("-")) {
      readStream(name, System.in);
    } else if (Files.isDirectory(path)) {
      readFolder(path);
    } else {
      readFile(path);
    }
  }

  private void readFolder(Path folder) {
    try (Stream<Path> files = Files.walk(folder)) {
      files.filter(Files::isRegularFile).sorted().forEach(this::readFile);
    } catch (IOException | java.io.UncheckedIOException broken) {
      fail(folder.toString(), "the folder cannot be read");
    }
  }

  private void readFile(Path path) {
    if (!Files.exists(path)) {
      fail(path.toString(), "no such file");
      return;
    }
    try (InputStream in = Files.newInputStream(path)) {
      readStream(path.toString(), in);
    } catch (IOException broken) {
      fail(path.toString(), "cannot be read");
    }
  }

  private void readStream(String name, InputStream in) {
    try {
      byte[] bytes = in.readNBytes(MAX_BYTES);
      reader.accept(name, bytes);
    } catch (IOException broken) {
      fail(name, "cannot be read");
    }
  }

  private void fail(String name, String why) {
    unreadable++;
    errors.println(name + ": " + why);
    errors.flush();
  }
}
