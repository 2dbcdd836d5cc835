package org.postbag.email.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The lines of a text as a form may have written them.
final class FormLines {
  /// What a line is to a form.
  enum What {
    OPENING,
    NAME,
    FIRST,
    LAST,
    EMAIL,
    FIELD,
    TECHNICAL,
    SUBJECT,
    CONSENT,
    MESSAGE,
    CLOSING,
    RELAY,
    OTHER
  }

  /// A line, where it stands, and what was filled in.
  private record Entry(int start, int end, String text, What what, String value, int valueAt) {}

  private static final int FLAGS = Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE;
  private static final int MOST_LINES = 600;
  private static final int LONGEST = 600;
  private static final int ADDRESS_LINES = 4;
  private static final Phrases FORMS = Phrases.in("forms.txt");
  private static final Pattern LABELLED =
      Pattern.compile(
          "[*_\\s•·-]{0,6}([\\p{L}][^:：?\\t]{0,58}\\??)[ *_]{0,4}(?:[:：?]|\\t)[*_]{0,2}\\s*(.*)");
  private static final Pattern CONSENT =
      Pattern.compile(
          "(?:yes|no|y|n|true|false|on|off|agreed|accepted|checked|n/a|ydw|ie|na|oes)\\.?", FLAGS);
  private static final List<What> LABELS =
      List.of(
          What.MESSAGE,
          What.EMAIL,
          What.FIRST,
          What.LAST,
          What.NAME,
          What.SUBJECT,
          What.FIELD,
          What.TECHNICAL);
  private static final List<Pattern> LABEL_PATTERNS =
      LABELS.stream().map(FormLines::label).toList();
  private static final Pattern OPENING = Pattern.compile(FORMS.any("opening"), FLAGS);
  private static final Pattern CLOSING = Pattern.compile(FORMS.any("closing"), FLAGS);
  private static final Pattern RELAY = Pattern.compile(FORMS.any("relay"), FLAGS);

  private final List<Entry> entries;

  private FormLines(List<Entry> entries) {
    this.entries = List.copyOf(entries);
  }

  private static Pattern label(What what) {
    String name = what.name().toLowerCase(java.util.Locale.ROOT);
    return Pattern.compile(
        "(?:" + FORMS.any(name) + ")\\s?(?:\\(required\\)|\\(optional\\)|\\*)?", FLAGS);
  }

  static FormLines of(String text) {
    List<Entry> entries = new ArrayList<>();
    int length = endBeforeHead(text);
    for (int start = 0; start < length && entries.size() < MOST_LINES; ) {
      int newline = text.indexOf('\n', start);
      int end = newline < 0 ? text.length() : newline;
      entries.add(entry(start, end, text.substring(start, end)));
      start = end + 1;
    }
    return new FormLines(entries);
  }

  /// A letter that is quoted or forwarded below somebody's words is no form.
  private static int endBeforeHead(String text) {
    List<String> lines = text.lines().limit(MOST_LINES).toList();
    int at = 0;
    boolean spoken = false;
    for (int i = 0; i < lines.size(); i++) {
      if (spoken && HeaderBlock.end(lines, i) > i) {
        return at;
      }
      spoken |= entry(0, 0, lines.get(i)).what() == What.OTHER && !lines.get(i).isBlank();
      at += lines.get(i).length() + 1;
    }
    return text.length();
  }

  private static Entry entry(int start, int end, String line) {
    if (line.isBlank() || line.length() > LONGEST || line.startsWith(">")) {
      return new Entry(start, end, line, What.OTHER, "", 0);
    }
    Matcher labelled = LABELLED.matcher(line.stripTrailing());
    if (labelled.matches()) {
      String label = labelled.group(1).replaceAll("[*_]", "").strip();
      String value = labelled.group(2).replaceAll("^[*_]+\\s*|[*_]+$", "").strip();
      What what = labelOf(label, value);
      if (what != What.OTHER) {
        return new Entry(start, end, line, what, value, start + labelled.start(2));
      }
    }
    return new Entry(start, end, line, sentenceOf(line), "", 0);
  }

  private static What labelOf(String label, String value) {
    for (int i = 0; i < LABELS.size(); i++) {
      if (LABEL_PATTERNS.get(i).matcher(label).matches()) {
        return LABELS.get(i);
      }
    }
    return CONSENT.matcher(value).matches() ? What.CONSENT : What.OTHER;
  }

  private static What sentenceOf(String line) {
    if (CLOSING.matcher(line).find()) {
      return What.CLOSING;
    }
    if (RELAY.matcher(line).find()) {
      return What.RELAY;
    }
    return OPENING.matcher(line).find() ? What.OPENING : What.OTHER;
  }

  int first(What what) {
    for (int i = 0; i < entries.size(); i++) {
      if (entries.get(i).what() == what) {
        return i;
      }
    }
    return -1;
  }

  /// The first field that names a person, or an opening that does.
  int firstPerson() {
    for (int i = 0; i < entries.size(); i++) {
      if (namesSomebody(entries.get(i))) {
        return i;
      }
    }
    return -1;
  }

  private static boolean namesSomebody(Entry entry) {
    return switch (entry.what()) {
      case NAME, FIRST, LAST, EMAIL -> !entry.value().isEmpty();
      case OPENING -> NamedWriter.parse(entry.text()).address().isPresent();
      case FIELD, TECHNICAL, SUBJECT, CONSENT, MESSAGE, CLOSING, RELAY, OTHER -> false;
    };
  }

  int fields() {
    return (int)
        entries.stream()
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
    return entries.stream()
        .filter(e -> e.what() == what && !e.value().isEmpty())
        .map(Entry::value)
        .findFirst();
  }

  private Optional<String> text(What what) {
    return entries.stream().filter(e -> e.what() == what).map(Entry::text).findFirst();
  }

  /// The frame: what stands above the message, the label before it, what the form closes with.
  List<Fold> folds(int message) {
    List<Fold> folds = new ArrayList<>();
    for (int i = 0; i < entries.size(); i++) {
      Entry entry = entries.get(i);
      boolean above = message < 0 || i < message;
      if (i == message) {
        int to = entry.value().isEmpty() ? entry.end() : entry.valueAt();
        folds.add(new Fold(entry.start(), to, Fold.Why.FRAME));
      } else if (isFrame(entry, above, message)) {
        folds.add(fold(entry));
        i = above && entry.what() == What.FIELD ? addressBelow(i, message, folds) : i;
      }
    }
    closing(message, folds);
    return folds.stream()
        .sorted(java.util.Comparator.comparingInt(Fold::start))
        .distinct()
        .toList();
  }

  private boolean isFrame(Entry entry, boolean above, int message) {
    boolean first = message < 0 || firstPerson() > message;
    return switch (entry.what()) {
      case OPENING, NAME, FIRST, LAST, EMAIL, FIELD, CONSENT -> above || first;
      case TECHNICAL -> true;
      case SUBJECT, MESSAGE, OTHER, CLOSING, RELAY -> false;
    };
  }

  /// An address goes on in the lines below its label.
  private int addressBelow(int at, int message, List<Fold> folds) {
    int last =
        Math.min(at + ADDRESS_LINES, Math.min(message < 0 ? at : message, entries.size()) - 1);
    int i = at;
    while (i + 1 <= last
        && entries.get(i + 1).what() == What.OTHER
        && !entries.get(i + 1).text().isBlank()) {
      i++;
      folds.add(fold(entries.get(i)));
    }
    return i;
  }

  private void closing(int message, List<Fold> folds) {
    for (int i = Math.max(message, 0); i < entries.size(); i++) {
      if (entries.get(i).what() == What.CLOSING) {
        paragraph(i, folds);
      }
    }
  }

  /// The relay's paragraphs at either end of the letter.
  List<Fold> relay() {
    List<Fold> folds = new ArrayList<>();
    for (int i = 0; i < entries.size(); i++) {
      boolean end = i < 6 || i > entries.size() - 25;
      if (end && entries.get(i).what() == What.RELAY) {
        paragraph(i, folds);
      }
    }
    return folds;
  }

  /// The paragraph around a line, and the ruler above it, unless somebody speaks in it.
  private void paragraph(int at, List<Fold> folds) {
    int from = at;
    while (from > 0 && isMark(entries.get(from - 1).text())) {
      from--;
    }
    int to = at;
    while (to + 1 < entries.size() && to < at + 5 && !entries.get(to + 1).text().isBlank()) {
      to++;
    }
    for (int i = from; i <= to; i++) {
      folds.add(fold(entries.get(i)));
    }
  }

  private static boolean isMark(String line) {
    return Marker.isRuler(line) || Marker.opensSignature(line);
  }

  private static Fold fold(Entry entry) {
    return new Fold(entry.start(), entry.end(), Fold.Why.FRAME);
  }
}
