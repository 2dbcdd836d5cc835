package org.postbag.catalog;

import java.util.List;
import java.util.Optional;

/// The text of a standard reply's file: read into the fields of a form, and changed by them where
/// they differ. The other lines of its head, and its comments, stay as they were written.
public final class ReplyText {
  private static final String FENCE = "---";

  private final YamlEdit head;
  private final String letter;

  private ReplyText(YamlEdit head, String letter) {
    this.head = head;
    this.letter = letter;
  }

  /// Empty when the head cannot be read; then the file is changed as a text.
  public static Optional<ReplyText> of(String text) {
    List<String> lines = text.replace("\r\n", "\n").lines().toList();
    if (lines.isEmpty() || !lines.getFirst().strip().equals(FENCE)) {
      return Optional.of(new ReplyText(new YamlEdit(""), joined(lines)));
    }
    int end =
        lines.subList(1, lines.size()).stream().map(String::strip).toList().indexOf(FENCE) + 1;
    String head = joined(lines.subList(1, Math.max(1, end)));
    boolean readable =
        end > 0 && (YamlEdit.root(head).isPresent() || head.lines().allMatch(ReplyText::isSilent));
    return readable
        ? Optional.of(
            new ReplyText(new YamlEdit(head), joined(lines.subList(end + 1, lines.size()))))
        : Optional.empty();
  }

  private static boolean isSilent(String line) {
    return line.isBlank() || line.strip().startsWith("#");
  }

  private static String joined(List<String> lines) {
    return lines.isEmpty() ? "" : String.join("\n", lines) + "\n";
  }

  /// A new standard reply's file.
  public static String fresh(ReplyFields fields) {
    return new ReplyText(new YamlEdit(""), "").with(fields);
  }

  public ReplyFields fields() {
    return new ReplyFields(
        head.value("subject"),
        head.value("owner"),
        head.value("reviewed"),
        head.value("expires"),
        letter.strip());
  }

  /// The letter as it is sent: paragraphs that an editor wrapped are one line.
  public String unwrapped() {
    return Wrapping.undone(letter).strip();
  }

  /// The text with these values.
  public String with(ReplyFields fields) {
    String changed =
        head.set("subject", fields.subject(), List.of())
            .set("owner", fields.owner(), List.of("subject"))
            .set("reviewed", fields.reviewed(), List.of("owner", "subject"))
            .set("expires", fields.expires(), List.of("reviewed", "owner", "subject"))
            .text();
    String written = fields.letter().replace("\r\n", "\n").strip();
    String body = written.equals(letter.strip()) ? letter : written + "\n";
    return changed.isBlank() ? body : FENCE + "\n" + changed + FENCE + "\n" + body;
  }
}
