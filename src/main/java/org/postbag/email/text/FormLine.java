package org.postbag.email.text;

import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// One line of a text, read as a form may have written it.
///
/// @param start where it begins in the text
/// @param end the character behind the last
/// @param value what was filled in behind its label; empty where there is none
/// @param valueAt where that begins in the text
record FormLine(int start, int end, String text, What what, String value, int valueAt) {
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

  private static final int FLAGS = Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE;
  private static final int LONGEST = 600;
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
  private static final List<Pattern> LABEL_PATTERNS = LABELS.stream().map(FormLine::label).toList();
  private static final Pattern OPENING = sentence("opening");
  private static final Pattern CLOSING = sentence("closing");
  private static final Pattern RELAY = sentence("relay");

  /// Classifies a line by its label, or by what its sentence says.
  static FormLine of(int start, int end, String line) {
    if (line.isBlank() || line.length() > LONGEST || line.startsWith(">")) {
      return new FormLine(start, end, line, What.OTHER, "", 0);
    }
    Matcher labelled = LABELLED.matcher(line.stripTrailing());
    if (labelled.matches()) {
      String label = labelled.group(1).replaceAll("[*_]", "").strip();
      String value = labelled.group(2).replaceAll("^[*_]+\\s*|[*_]+$", "").strip();
      What what = labelOf(label, value);
      if (what != What.OTHER) {
        return new FormLine(start, end, line, what, value, start + labelled.start(2));
      }
    }
    return new FormLine(start, end, line, sentenceOf(line), "", 0);
  }

  private static What labelOf(String label, String value) {
    for (int i = 0; i < LABELS.size(); i++) {
      if (LABEL_PATTERNS.get(i).matcher(label).matches()) {
        return LABELS.get(i);
      }
    }
    return CONSENT.matcher(value).matches() ? What.CONSENT : What.OTHER;
  }

  private static What sentenceOf(String cased) {
    String line = cased.toLowerCase(Locale.ROOT);
    if (CLOSING.matcher(line).find()) {
      return What.CLOSING;
    }
    if (RELAY.matcher(line).find()) {
      return What.RELAY;
    }
    return OPENING.matcher(line).find() ? What.OPENING : What.OTHER;
  }

  /// Phrases in lower case that begin where a word does. Looked for at every character, and without
  /// regard to case, they took a quarter of the time that a letter takes to be read.
  private static Pattern sentence(String section) {
    return Pattern.compile("(?<![\\p{L}\\p{N}])(?:" + FORMS.any(section) + ")");
  }

  private static Pattern label(What what) {
    String name = what.name().toLowerCase(Locale.ROOT);
    return Pattern.compile(
        "(?:" + FORMS.any(name) + ")\\s?(?:\\(required\\)|\\(optional\\)|\\*)?", FLAGS);
  }

  /// Whether a person is named: by a field that was filled in, or by an opening with an address.
  boolean namesSomebody() {
    return switch (what) {
      case NAME, FIRST, LAST, EMAIL -> !value.isEmpty();
      case OPENING -> NamedWriter.parse(text).address().isPresent();
      case FIELD, TECHNICAL, SUBJECT, CONSENT, MESSAGE, CLOSING, RELAY, OTHER -> false;
    };
  }

  /// Whether it separates, and says nothing.
  boolean isMark() {
    return Marker.isRuler(text) || Marker.opensSignature(text);
  }

  /// The line as a part of the form's frame.
  Fold fold() {
    return new Fold(start, end, Fold.Why.FRAME);
  }
}
