package org.postbag.people.place;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// The lines of a table of comma-separated values (RFC 4180 §2), without line breaks within fields,
/// which tables of postcodes do not have.
final class CsvLines implements AutoCloseable {
  private final BufferedReader reader;
  private int number;

  CsvLines(Path file) throws IOException {
    this.reader = Files.newBufferedReader(file, StandardCharsets.UTF_8);
  }

  /// The fields of the next line that is not blank; empty at the end.
  List<String> next() throws IOException {
    String line = reader.readLine();
    number++;
    while (line != null && (line.isBlank() || line.startsWith("#"))) {
      line = reader.readLine();
      number++;
    }
    return line == null ? List.of() : fields(number == 1 ? line.replace("\ufeff", "") : line);
  }

  /// The number of the line that was read last, from 1.
  int number() {
    return number;
  }

  static List<String> fields(String line) {
    List<String> fields = new ArrayList<>();
    int at = 0;
    while (at <= line.length()) {
      boolean quoted = at < line.length() && line.charAt(at) == '"';
      int end = quoted ? closing(line, at + 1) : comma(line, at);
      String field = line.substring(quoted ? at + 1 : at, end);
      fields.add(quoted ? field.replace("\"\"", "\"") : field.strip());
      at = (quoted ? comma(line, end) : end) + 1;
    }
    return fields;
  }

  private static int comma(String line, int from) {
    int comma = line.indexOf(',', Math.min(from, line.length()));
    return comma < 0 ? line.length() : comma;
  }

  private static int closing(String line, int from) {
    int quote = line.indexOf('"', from);
    while (quote >= 0 && quote + 1 < line.length() && line.charAt(quote + 1) == '"') {
      quote = line.indexOf('"', quote + 2);
    }
    return quote < 0 ? line.length() : quote;
  }

  @Override
  public void close() throws IOException {
    reader.close();
  }
}
