package org.postbag.people.name;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;

/// How letters are written in one language.
///
/// @param language ISO 639-1
/// @param named how a letter begins, with `{}` in place of the name; empty where the language has
///   no such greeting
/// @param nameless how it begins without a name
/// @param titles how it begins behind a title, with `{}` in place of the name without it; by the
///   title as [PersonName#title] gives it, in small letters
/// @param written titles as they are written in the language, in small letters, and what they stand
///   for
/// @param couple the word between two people, and the one before a vowel: `a/ac`
/// @param date how a day is written
/// @param quotation what stands above a quotation
/// @param member what stands for a member whose name is not known; empty: as in English
public record LanguageForms(
    String language,
    String named,
    String nameless,
    Map<String, String> titles,
    Map<String, String> written,
    String couple,
    DateTimeFormatter date,
    Quotation quotation,
    Optional<String> member) {
  private static final String AND = " and ";
  private static final int MOST_WORDS = 3;

  /// What stands above a quotation, with `{name}` and `{date}` for what is known of it.
  public record Quotation(String nameAndDate, String name, String date, String neither) {
    String of(Optional<String> writer, Optional<String> day) {
      String line =
          writer.isPresent()
              ? (day.isPresent() ? nameAndDate : name)
              : (day.isPresent() ? date : neither);
      return line.replace("{date}", day.orElse("")).replace("{name}", writer.orElse(""));
    }
  }

  public LanguageForms {
    titles = Map.copyOf(titles);
    written = Map.copyOf(written);
  }

  LanguageForms withNameless(String words) {
    return new LanguageForms(
        language, named, words, titles, written, couple, date, quotation, member);
  }

  /// `30 November 2026`.
  public String day(LocalDate day) {
    return date.format(day);
  }

  /// The line above a quotation.
  ///
  /// @param writer empty where no name is known
  public String quoted(Optional<String> writer, Optional<LocalDate> day) {
    return quotation.of(writer, day.map(this::day));
  }

  /// `Dear Ms Lee`, or `Dear Sir or Madam`.
  String greeting(Optional<PersonName> name) {
    return name.flatMap(this::greeting).orElse(nameless);
  }

  private Optional<String> greeting(PersonName name) {
    Optional<String> titled =
        name.title()
            .flatMap(
                title -> Optional.ofNullable(titles.get(WordList.plain(title).replace(".", ""))))
            .map(form -> form.replace("{}", name.untitled()));
    return titled.or(() ->
        named.isEmpty()
            ? Optional.empty()
            : Optional.of(named.replace("{}", joined(name.spoken()))));
  }

  private String joined(String name) {
    int and = name.indexOf(AND);
    if (and < 0) {
      return name;
    }
    String second = name.substring(and + AND.length());
    String[] words = couple.split("/", -1);
    boolean vowel = "aeiouwy".indexOf(WordList.plain(second).charAt(0)) >= 0;
    return name.substring(0, and) + " " + words[vowel ? words.length - 1 : 0] + " " + second;
  }

  /// A name with a title that the language has, in place of the one that was written: `Hr. Kühn` is
  /// `Herr Kühn`.
  String withTitle(String name) {
    String[] words = name.split(" ", -1);
    for (int count = Math.min(MOST_WORDS, words.length - 1); count > 0; count--) {
      String start = String.join(" ", Arrays.copyOf(words, count));
      String title = written.get(WordList.plain(start).replace(".", ""));
      if (title != null
          && Character.isUpperCase(words[count].isEmpty() ? ' ' : words[count].charAt(0))) {
        return title + name.substring(start.length());
      }
    }
    return name;
  }
}
