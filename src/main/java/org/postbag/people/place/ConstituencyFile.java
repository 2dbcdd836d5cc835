package org.postbag.people.place;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.postbag.catalog.Mistakes;

/// `config/constituency.csv`: a postcode or the beginning of one, `yes`, `no` or `split`, and who
/// speaks for it, if that is known.
public final class ConstituencyFile {
  private static final int MOST_MISTAKES = 20;
  private static final Map<String, Optional<Boolean>> OUTCOMES =
      Map.of("yes", Optional.of(true), "no", Optional.of(false), "split", Optional.empty());

  private ConstituencyFile() {}

  /// The file in a configuration folder.
  public static Path in(Path config) {
    return config.resolve("constituency.csv");
  }

  /// Its rows; none when there is no such file.
  public static ConstituencyTable read(Path file, PostcodeRules rules, Mistakes mistakes) {
    if (!Files.isRegularFile(file)) {
      return ConstituencyTable.EMPTY;
    }
    ConstituencyTable.Builder table = new ConstituencyTable.Builder();
    try (CsvLines lines = new CsvLines(file)) {
      int wrong = 0;
      for (List<String> row = lines.next(); !row.isEmpty(); row = lines.next()) {
        boolean head = lines.number() == 1 && row.getFirst().equalsIgnoreCase("postcode");
        if (!head && !add(row, rules, table)) {
          mistake(row, lines.number(), mistakes);
          if (++wrong == MOST_MISTAKES) {
            break;
          }
        }
      }
    } catch (IOException unreadable) {
      mistakes.error(0, "the file cannot be read", "check that it is UTF-8 and readable");
    }
    return table.build();
  }

  private static boolean add(
      List<String> row, PostcodeRules rules, ConstituencyTable.Builder table) {
    Optional<Boolean> outcome =
        row.size() > 1 ? OUTCOMES.get(row.get(1).toLowerCase(Locale.ROOT)) : null;
    String code = code(row.getFirst(), rules);
    if (outcome == null || !ConstituencyTable.isCode(code)) {
      return false;
    }
    Optional<String> member =
        Optional.of(row.size() > 2 ? row.get(2) : "").filter(name -> !name.isBlank());
    table.add(code, new ConstituencyTable.Row(outcome, member));
    return true;
  }

  private static void mistake(List<String> row, int line, Mistakes mistakes) {
    mistakes.error(
        line,
        "`" + String.join(",", row) + "` says of no postcode whether it is the constituency’s",
        "write a postcode or its beginning, and yes, no or split, as in `DN1 2AB,yes`");
  }

  /// Writes the rows in the order of their codes; the old file stays until all of them stand.
  public static void write(Path file, ConstituencyTable table) throws IOException {
    Path unfinished = file.resolveSibling(file.getFileName() + ".new");
    try (PrintWriter out = new PrintWriter(Files.newBufferedWriter(unfinished))) {
      out.println("postcode,constituency,member");
      table.forEach((code, row) -> out.println(line(code, row)));
      if (out.checkError()) {
        throw new IOException("cannot write " + unfinished);
      }
    }
    Files.move(unfinished, file, StandardCopyOption.REPLACE_EXISTING);
  }

  private static String line(String code, ConstituencyTable.Row row) {
    String outcome = row.ours().map(ours -> ours ? "yes" : "no").orElse("split");
    String member = row.member().map(name -> ",\"" + name.replace("\"", "\"\"") + "\"").orElse("");
    return code + "," + outcome + member;
  }

  /// A whole postcode in its usual form, or a beginning in capitals.
  static String code(String written, PostcodeRules rules) {
    String large = written.strip().toUpperCase(Locale.ROOT).replaceAll("\\s+", " ");
    return large.length() > 4 && isUnusual(large) ? rules.normal(large).orElse(large) : large;
  }

  /// Whether it is not written with one blank before the last three, as nearly all are.
  private static boolean isUnusual(String code) {
    return code.indexOf(' ') != code.length() - 4;
  }
}
