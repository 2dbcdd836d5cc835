package org.postbag.cli.evaluation;

import java.io.IOException;
import java.nio.charset.MalformedInputException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.postbag.classifier.text.Passage;

/// One line of a test file: `label<TAB>text`, UTF-8, with `\n`, `\t` and `\\` for what a line
/// cannot hold.
///
/// @param label the topic's name; one that begins with `oos` says that no topic fits
public record LabelledLine(String label, String text) {
  /// A first line longer than this is no subject.
  private static final int LONGEST_SUBJECT = 200;

  /// Whether no topic fits.
  public boolean outOfScope() {
    return label.startsWith("oos");
  }

  /// The letter: when it has several lines, the first is its subject.
  public Passage letter() {
    int end = text.indexOf('\n');
    return end < 0 || end > LONGEST_SUBJECT
        ? Passage.of(text)
        : new Passage(text.substring(0, end), text.substring(end + 1), "en");
  }

  /// Reads a file; empty lines are left out, and so is a byte order mark.
  ///
  /// @throws IllegalArgumentException naming file and line, when a line has no tab or is not UTF-8,
  ///   and when there is no letter at all
  public static List<LabelledLine> read(Path file) throws IOException {
    List<LabelledLine> all = new ArrayList<>();
    List<String> lines = lines(file);
    for (int i = 0; i < lines.size(); i++) {
      String line = lines.get(i);
      int tab = line.indexOf('\t');
      if (tab <= 0 && !line.isBlank()) {
        throw new IllegalArgumentException(
            file + ":" + (i + 1) + ": no tab between label and text; write label<TAB>text");
      }
      if (!line.isBlank()) {
        all.add(new LabelledLine(line.substring(0, tab), unescape(line.substring(tab + 1))));
      }
    }
    return all;
  }

  private static List<String> lines(Path file) throws IOException {
    try {
      List<String> lines = Files.readAllLines(file);
      if (!lines.isEmpty() && lines.getFirst().startsWith("\uFEFF")) {
        lines.set(0, lines.getFirst().substring(1));
      }
      return lines;
    } catch (MalformedInputException _) {
      List<String> lossy =
          new String(Files.readAllBytes(file), StandardCharsets.UTF_8).lines().toList();
      int line = 1;
      while (line < lossy.size() && !lossy.get(line - 1).contains("\uFFFD")) {
        line++;
      }
      throw new IllegalArgumentException(
          file + ":" + line + ": not UTF-8; save the file with the encoding UTF-8");
    }
  }

  private static String unescape(String text) {
    StringBuilder plain = new StringBuilder();
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      char next = i + 1 < text.length() ? text.charAt(i + 1) : ' ';
      boolean escape = c == '\\' && (next == 'n' || next == 't' || next == '\\');
      plain.append(escape ? (next == 'n' ? '\n' : next == 't' ? '\t' : '\\') : c);
      i += escape ? 1 : 0;
    }
    return plain.toString();
  }
}
