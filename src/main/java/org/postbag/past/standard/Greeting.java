package org.postbag.past.standard;

import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The salutations of an office's replies, in whatever language: the short first line that ends
/// with a comma, and first lines that begin with the same word.
final class Greeting {
  private static final int MOST_WORDS = 8;
  private static final int LEAST_LETTERS = 3;

  private final Set<String> firstWords;

  private Greeting(Set<String> firstWords) {
    this.firstWords = firstWords;
  }

  static Greeting in(Stream<PastReply> replies) {
    Map<String, Long> counts =
        replies
            .map(reply -> firstLine(reply.reply().ownText()))
            .filter(line -> line.endsWith(",") && words(line) <= MOST_WORDS)
            .collect(Collectors.groupingBy(Greeting::firstWord, Collectors.counting()));
    counts.values().removeIf(count -> count < LEAST_LETTERS);
    return new Greeting(Set.copyOf(counts.keySet()));
  }

  /// Where the text behind the salutation begins; 0 when there is none.
  int end(PastReply sent) {
    String text = sent.reply().ownText();
    String line = firstLine(text);
    int start = text.indexOf(line);
    if (line.isEmpty()) {
      return 0;
    }
    if (words(line) <= MOST_WORDS && isGreeting(line, sent)) {
      return start + line.length();
    }
    int comma = line.indexOf(',');
    boolean begins =
        comma > 0
            && words(line.substring(0, comma)) <= MOST_WORDS
            && firstWords.contains(firstWord(line));
    return begins ? start + comma + 1 : 0;
  }

  private boolean isGreeting(String line, PastReply sent) {
    boolean ends = line.endsWith(",") || line.endsWith(":") || line.endsWith("!");
    boolean sentence = line.endsWith(".") || line.endsWith("?");
    return ends || (!sentence && (firstWords.contains(firstWord(line)) || names(line, sent)));
  }

  private static boolean names(String line, PastReply sent) {
    Set<String> words = Arrays.stream(Piece.key(line).split(" ", -1)).collect(Collectors.toSet());
    return sent.reply().to().stream()
        .flatMap(to -> Stream.ofNullable(to.name()))
        .filter(name -> !name.isBlank())
        .flatMap(name -> Arrays.stream(Piece.key(name).split(" ", -1)))
        .anyMatch(word -> word.length() > 1 && words.contains(word));
  }

  private static String firstLine(String text) {
    return text.lines().map(String::strip).filter(l -> !l.isEmpty()).findFirst().orElse("");
  }

  private static String firstWord(String line) {
    return line.split("[\\s,]+", 2)[0].toLowerCase(Locale.ROOT);
  }

  private static int words(String line) {
    return line.split("\\s+", -1).length;
  }
}
