package org.postbag.people.help;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.postbag.classifier.text.Token;
import org.postbag.classifier.text.Tokenizer;

/// Splits a text into sentences, and these into words. A line that was wrapped ends no sentence; an
/// empty line does, and so does an item of a list.
final class Sentences {
  /// A writer without full stops: what is longer is cut.
  private static final int LONGEST = 600;

  private static final Pattern SHORT_FORM =
      Pattern.compile(
          "(?i)(?:^|[^\\p{L}])(?:mr|mrs|ms|dr|st|no|prof|rev|e\\.g|i\\.e|approx|\\p{L})$");
  private static final Pattern APOSTROPHE = Pattern.compile("['’]");
  private static final int SHORT_FORM_LENGTH = 7;
  private static final String MARKS = ".!?…\"')”’";

  private final String language;
  private final Function<Token, String> terms;

  Sentences(String language, Function<Token, String> terms) {
    this.language = language;
    this.terms = terms;
  }

  /// @param start where to begin in the text
  /// @param end where to stop
  List<HelpSentence> of(String text, int start, int end) {
    return places(text, start, end).stream().flatMap(place -> in(text, place).stream()).toList();
  }

  /// The sentence that stands there; empty where no word does.
  Optional<HelpSentence> in(String text, HelpSign.Place place) {
    List<HelpSentence.Word> words = words(text, place.start(), place.end());
    return words.isEmpty()
        ? Optional.empty()
        : Optional.of(new HelpSentence(place.start(), place.end(), words));
  }

  /// Where sentences stand, in any language.
  static List<HelpSign.Place> places(String text, int start, int end) {
    List<HelpSign.Place> places = new ArrayList<>();
    int from = start;
    for (int at = start; at < end; at++) {
      int behind = endOfSentence(text, from, at, end);
      if (behind > at) {
        add(places, from, behind);
        from = behind;
        at = behind - 1;
      }
    }
    add(places, from, end);
    return places;
  }

  /// Behind the sentence that ends there; the place itself where none does.
  private static int endOfSentence(String text, int from, int at, int end) {
    return switch (text.charAt(at)) {
      case '.', '!', '?', '…' -> behindMarks(text, from, at, end);
      case ';' -> at + 1;
      case '\n' -> at + 1 < end && isEmptyLineOrItem(text, at + 1, end) ? at + 1 : at;
      default -> at;
    };
  }

  private static int behindMarks(String text, int from, int at, int end) {
    int behind = at + 1;
    while (behind < end && MARKS.indexOf(text.charAt(behind)) >= 0) {
      behind++;
    }
    boolean blank = behind == end || Character.isWhitespace(text.charAt(behind));
    return blank && !isShortForm(text, from, at) ? behind : at;
  }

  private static boolean isEmptyLineOrItem(String text, int line, int end) {
    int at = line;
    while (at < end && " \t\r>".indexOf(text.charAt(at)) >= 0) {
      at++;
    }
    return at == end || "\n-*•".indexOf(text.charAt(at)) >= 0;
  }

  private static boolean isShortForm(String text, int from, int at) {
    if (text.charAt(at) != '.') {
      return false;
    }
    String before = text.substring(Math.max(from, at - SHORT_FORM_LENGTH), at);
    return SHORT_FORM.matcher(before).find();
  }

  private static void add(List<HelpSign.Place> places, int start, int end) {
    for (int from = start; from < end; from += LONGEST) {
      places.add(new HelpSign.Place(from, Math.min(end, from + LONGEST)));
    }
  }

  private List<HelpSentence.Word> words(String text, int start, int end) {
    List<HelpSentence.Word> words = new ArrayList<>();
    for (Token token : Tokenizer.of(split(text.substring(start, end)), language)) {
      int from = start + token.start();
      int to = start + token.end();
      String term = kind(text, from, to, terms.apply(token));
      boolean cannot = term.equals("not") && !words.isEmpty() && isCan(words.getLast().term());
      if (cannot) {
        words.set(words.size() - 1, word("cannot", token, words.getLast().start(), to));
      } else {
        words.add(word(term, token, from, to));
      }
    }
    return words;
  }

  private static HelpSentence.Word word(String term, Token token, int start, int end) {
    String surface = token.surface().replace('’', '\'');
    return new HelpSentence.Word(term, surface, token.stopWord(), start, end);
  }

  /// English alone writes one word with an apostrophe in it (`don't`, `it's`); `j'ai` and `mae'r`
  /// are two.
  private String split(String sentence) {
    return language.equals(Wording.ENGLISH)
        ? sentence
        : APOSTROPHE.matcher(sentence).replaceAll(" ");
  }

  private static boolean isCan(String term) {
    return term.equals("can") || term.equals("could");
  }

  /// What stands before and behind a number says what it is.
  private static String kind(String text, int start, int end, String term) {
    if (!Character.isDigit(text.charAt(start))) {
      return term;
    }
    if (start > 0 && "£$€".indexOf(text.charAt(start - 1)) >= 0) {
      return "#money";
    }
    return end < text.length() && text.charAt(end) == '%' ? "#percent" : term;
  }
}
