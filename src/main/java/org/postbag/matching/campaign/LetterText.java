package org.postbag.matching.campaign;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;

/// A letter's visible text with its words and sentences.
final class LetterText {
  /// A campaign is recognised by far less; the rest of an enormous text is not compared.
  private static final int LONGEST = 100_000;

  private static final String CLOSING_MARKS = "\"'”’)";

  private static final Pattern SALUTATION =
      Pattern.compile(
          "(?i)(dear|hello|hi|hiya|good (morning|afternoon|evening|day)|to (whom|my mp|the mp|the office|the right|the hon))\\b.*");

  private static final Pattern SIGN_OFF =
      Pattern.compile(
          "(?i)(yours|kind(est)? regards|warm(est)? (regards|wishes)|best (wishes|regards)|regards"
              + "|sincerely|with (best|kind|many).*|many thanks|thanks|thank you|respectfully"
              + "|faithfully|cheers|all the best|best)\\b.*");

  private static final int SALUTATION_WORDS = 8;
  private static final int SIGN_OFF_WORDS = 5;

  /// A longer line below the name is no address.
  private static final int ADDRESS_WORDS = 7;

  private final String text;
  private final Words words;
  private final List<Sentence> sentences;
  private final int[] runs;

  private LetterText(String text) {
    this.text = text;
    this.words = Words.of(text);
    this.sentences = List.copyOf(sentences());
    this.runs = Runs.distinct(allRuns());
  }

  static LetterText of(String text) {
    return new LetterText(text.length() > LONGEST ? text.substring(0, LONGEST) : text);
  }

  String text() {
    return text;
  }

  Words words() {
    return words;
  }

  /// All of them, in their order.
  List<Sentence> all() {
    return sentences;
  }

  /// Those that say something, in their order.
  List<Sentence> body() {
    return sentences.stream().filter(sentence -> !sentence.frame()).toList();
  }

  String text(Sentence sentence) {
    return text.substring(sentence.start(), sentence.end());
  }

  /// The runs of the body, each once, ascending. They go on over the end of a sentence.
  int[] runs() {
    return runs;
  }

  private int[] allRuns() {
    int[] found = new int[words.size()];
    int size = 0;
    int from = -1;
    int to = -1;
    for (Sentence sentence : body()) {
      if (sentence.firstWord() != to) {
        size = append(found, size, from, to);
        from = sentence.firstWord();
      }
      to = sentence.lastWord();
    }
    size = append(found, size, from, to);
    return Arrays.copyOf(found, size);
  }

  private int append(int[] found, int size, int from, int to) {
    if (from < 0) {
      return size;
    }
    int[] some = words.runs(from, to);
    System.arraycopy(some, 0, found, size, some.length);
    return size + some.length;
  }

  private List<Sentence> sentences() {
    List<int[]> pieces = pieces();
    List<Sentence> made = new ArrayList<>();
    int word = 0;
    boolean signed = false;
    for (int[] piece : pieces) {
      for (int[] part : lines(piece)) {
        int first = word;
        while (word < words.size() && words.starts()[word] < part[1]) {
          word++;
        }
        String line = text.substring(part[0], part[1]).strip();
        int count = word - first;
        signed |= count <= SIGN_OFF_WORDS && !made.isEmpty() && isSignOff(line);
        if (count > 0) {
          made.add(new Sentence(part[0], part[1], first, word, isFrame(line, count, signed)));
        }
      }
    }
    return withoutNameAtEnd(made);
  }

  /// Sentences and paragraphs. A single line break is where a mail program wrapped.
  private List<int[]> pieces() {
    List<int[]> pieces = new ArrayList<>();
    int start = 0;
    int at = 0;
    while (at < text.length()) {
      int end = at;
      int lines = 0;
      while (end < text.length() && Character.isWhitespace(text.charAt(end))) {
        lines += text.charAt(end++) == '\n' ? 1 : 0;
      }
      if (end > at && (lines > 1 || isEnd(at - 1))) {
        pieces.add(new int[] {start, at});
        start = end;
      }
      at = Math.max(end, at + 1);
    }
    pieces.add(new int[] {start, text.length()});
    return pieces;
  }

  private boolean isEnd(int at) {
    int mark = at > 0 && CLOSING_MARKS.indexOf(text.charAt(at)) >= 0 ? at - 1 : at;
    return mark >= 0 && ".!?".indexOf(text.charAt(mark)) >= 0;
  }

  /// A paragraph of short lines is a list or an address, line by line; any other was wrapped.
  private List<int[]> lines(int[] piece) {
    String paragraph = text.substring(piece[0], piece[1]);
    List<int[]> lines = new ArrayList<>();
    int start = 0;
    for (int end = paragraph.indexOf('\n'); end >= 0; end = paragraph.indexOf('\n', start)) {
      lines.add(new int[] {piece[0] + start, piece[0] + end});
      start = end + 1;
    }
    lines.add(new int[] {piece[0] + start, piece[1]});
    boolean salutationAbove =
        lines.size() > 1 && isSalutation(text.substring(lines.get(0)[0], lines.get(0)[1]).strip());
    boolean allShort =
        lines.stream().allMatch(line -> line[1] - line[0] <= 45)
            && !isSentence(paragraph.strip())
            && (lines.size() > 2
                || lines.stream()
                    .anyMatch(line -> isSignOff(text.substring(line[0], line[1]).strip())));
    if (allShort || lines.size() == 1) {
      return lines;
    }
    return salutationAbove
        ? List.of(lines.get(0), new int[] {lines.get(1)[0], piece[1]})
        : List.of(piece);
  }

  private static boolean isFrame(String line, int words, boolean signed) {
    return (words <= SALUTATION_WORDS && isSalutation(line))
        || (signed && words <= ADDRESS_WORDS && !isSentence(line));
  }

  private static boolean isSalutation(String line) {
    return line.length() < 80
        && !line.endsWith(".")
        && !line.endsWith("?")
        && SALUTATION.matcher(line).matches();
  }

  private static boolean isSignOff(String line) {
    return line.length() < 50 && !isSentence(line) && SIGN_OFF.matcher(line).matches();
  }

  private static boolean isSentence(String line) {
    return line.endsWith(".") || line.endsWith("!") || line.endsWith("?");
  }

  /// A letter without a sign-off ends with the name, and perhaps an address.
  private List<Sentence> withoutNameAtEnd(List<Sentence> made) {
    for (int i = made.size() - 1; i > 0 && isNameOrAddress(made.get(i)); i--) {
      Sentence last = made.get(i);
      made.set(i, new Sentence(last.start(), last.end(), last.firstWord(), last.lastWord(), true));
    }
    return made;
  }

  private boolean isNameOrAddress(Sentence sentence) {
    String line = text(sentence).strip();
    return sentence.frame()
        || (sentence.words() <= 5
            && !isSentence(line)
            && line.codePoints().anyMatch(Character::isUpperCase)
            && capitalised(sentence) >= sentence.words() - 1);
  }

  private int capitalised(Sentence sentence) {
    int count = 0;
    for (int i = sentence.firstWord(); i < sentence.lastWord(); i++) {
      char c = text.charAt(words.starts()[i]);
      count += Character.isUpperCase(c) || Character.isDigit(c) ? 1 : 0;
    }
    return count;
  }
}
