package org.postbag.email.text;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.postbag.email.text.FormLine.What;

/// The lines of a text as a form may have written them: whom its fields name, and which of them are
/// its frame.
public final class FormLines {
  private static final int MOST_LINES = 600;
  private static final int ADDRESS_LINES = 4;

  private final List<FormLine> lines;

  private FormLines(List<FormLine> lines) {
    this.lines = List.copyOf(lines);
  }

  /// Reads the lines, up to a letter that is quoted or forwarded below somebody's words: that is no
  /// form.
  public static FormLines of(String text) {
    List<String> plain = lines(text);
    List<FormLine> lines = new ArrayList<>();
    boolean spoken = false;
    int start = 0;
    for (int i = 0; i < plain.size(); i++) {
      if (spoken && HeaderBlock.end(plain, i) > i) {
        break;
      }
      FormLine line = FormLine.of(start, start + plain.get(i).length(), plain.get(i));
      spoken |= line.what() == What.OTHER && !plain.get(i).isBlank();
      lines.add(line);
      start = line.end() + 1;
    }
    return new FormLines(lines);
  }

  private static List<String> lines(String text) {
    List<String> lines = new ArrayList<>();
    for (int start = 0; start < text.length() && lines.size() < MOST_LINES; ) {
      int newline = text.indexOf('\n', start);
      int end = newline < 0 ? text.length() : newline;
      lines.add(text.substring(start, end));
      start = end + 1;
    }
    return lines;
  }

  /// The form that these lines are; empty where they are none that is known.
  ///
  /// A form is known by a field for the message below one for name or address; or by its opening or
  /// closing and one such field. People who give their address at the head of a letter write no
  /// field for the letter itself.
  public Optional<FormFrame> frame() {
    int message = first(What.MESSAGE);
    int person = firstPerson();
    boolean framed = first(What.OPENING) >= 0 || hasClosing();
    boolean form = person >= 0 && ((message > person && fields() >= 2) || framed);
    NamedWriter writer = writer();
    return form && !writer.isNobody()
        ? Optional.of(new FormFrame(writer, folds(message)))
        : Optional.empty();
  }

  int first(What what) {
    for (int i = 0; i < lines.size(); i++) {
      if (lines.get(i).what() == what) {
        return i;
      }
    }
    return -1;
  }

  /// The first field that names a person, or an opening that does.
  int firstPerson() {
    for (int i = 0; i < lines.size(); i++) {
      if (lines.get(i).namesSomebody()) {
        return i;
      }
    }
    return -1;
  }

  int fields() {
    return (int)
        lines.stream()
            .filter(
                e -> e.what().compareTo(What.NAME) >= 0 && e.what().compareTo(What.MESSAGE) <= 0)
            .count();
  }

  boolean hasClosing() {
    return first(What.CLOSING) >= 0;
  }

  NamedWriter writer() {
    Optional<String> email =
        value(What.EMAIL)
            .or(() -> value(What.NAME))
            .or(() -> text(What.OPENING))
            .flatMap(v -> NamedWriter.parse(v).address());
    Optional<String> name = value(What.NAME).flatMap(v -> NamedWriter.parse(v).name());
    Optional<String> whole = value(What.FIRST).flatMap(f -> value(What.LAST).map(l -> f + " " + l));
    Optional<String> address =
        email.or(() -> value(What.NAME).flatMap(v -> NamedWriter.parse(v).address()));
    return new NamedWriter(name.or(() -> whole).or(() -> openingName()), address);
  }

  private Optional<String> openingName() {
    return text(What.OPENING)
        .map(NamedWriter::parse)
        .filter(w -> w.address().isPresent())
        .flatMap(NamedWriter::name)
        .filter(name -> name.split(" ").length <= 4);
  }

  private Optional<String> value(What what) {
    return lines.stream()
        .filter(e -> e.what() == what && !e.value().isEmpty())
        .map(FormLine::value)
        .findFirst();
  }

  private Optional<String> text(What what) {
    return lines.stream().filter(e -> e.what() == what).map(FormLine::text).findFirst();
  }

  /// The frame: what stands above the message, the label before it, what the form closes with.
  List<Fold> folds(int message) {
    List<Fold> folds = new ArrayList<>();
    for (int i = 0; i < lines.size(); i++) {
      FormLine line = lines.get(i);
      boolean above = message < 0 || i < message;
      if (i == message) {
        int to = line.value().isEmpty() ? line.end() : line.valueAt();
        folds.add(new Fold(line.start(), to, Fold.Why.FRAME));
      } else if (isFrame(line, above, message)) {
        folds.add(line.fold());
        i = above && line.what() == What.FIELD ? addressBelow(i, message, folds) : i;
      }
    }
    closing(message, folds);
    return folds.stream().sorted(Comparator.comparingInt(Fold::start)).distinct().toList();
  }

  private boolean isFrame(FormLine line, boolean above, int message) {
    boolean first = message < 0 || firstPerson() > message;
    return switch (line.what()) {
      case OPENING, NAME, FIRST, LAST, EMAIL, FIELD, CONSENT -> above || first;
      case TECHNICAL -> true;
      case SUBJECT, MESSAGE, OTHER, CLOSING, RELAY -> false;
    };
  }

  /// An address goes on in the lines below its label.
  private int addressBelow(int at, int message, List<Fold> folds) {
    int last = Math.min(at + ADDRESS_LINES, Math.min(message < 0 ? at : message, lines.size()) - 1);
    int i = at;
    while (i + 1 <= last
        && lines.get(i + 1).what() == What.OTHER
        && !lines.get(i + 1).text().isBlank()) {
      i++;
      folds.add(lines.get(i).fold());
    }
    return i;
  }

  private void closing(int message, List<Fold> folds) {
    for (int i = Math.max(message, 0); i < lines.size(); i++) {
      if (lines.get(i).what() == What.CLOSING) {
        paragraph(i, folds);
      }
    }
  }

  /// What relays and campaign sites write above and below a letter: their paragraphs at either end.
  public List<Fold> relay() {
    List<Fold> folds = new ArrayList<>();
    for (int i = 0; i < lines.size(); i++) {
      boolean end = i < 6 || i > lines.size() - 25;
      if (end && lines.get(i).what() == What.RELAY) {
        paragraph(i, folds);
      }
    }
    return folds;
  }

  /// The paragraph around a line, and the ruler above it, unless somebody speaks in it.
  private void paragraph(int at, List<Fold> folds) {
    int from = at;
    while (from > 0 && lines.get(from - 1).isMark()) {
      from--;
    }
    int to = at;
    while (to + 1 < lines.size() && to < at + 5 && !lines.get(to + 1).text().isBlank()) {
      to++;
    }
    for (int i = from; i <= to; i++) {
      folds.add(lines.get(i).fold());
    }
  }
}
