package org.postbag.people.name;

import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.postbag.catalog.Mistakes;
import org.postbag.catalog.YamlMap;
import org.postbag.people.language.LanguageFolder;

/// Reads how letters are written from a language file.
final class SpeechReader {
  private final String language;
  private final Mistakes mistakes;

  private SpeechReader(String language, Mistakes mistakes) {
    this.language = language;
    this.mistakes = mistakes;
  }

  /// Empty where something that must be there is wrong or missing.
  static Optional<LanguageForms> read(LanguageFolder.Source source) {
    return new SpeechReader(source.language(), source.mistakes()).forms(source.yaml());
  }

  private Optional<LanguageForms> forms(YamlMap yaml) {
    yaml.require("salutation");
    yaml.require("date");
    yaml.require("quotation");
    YamlMap salutation = yaml.group("salutation");
    salutation.require("nobody");
    String named = salutation.text("name").orElse("");
    if (!named.isEmpty() && !named.contains("{}")) {
      mistakes.error(
          salutation.lineOf("name"), "the salutation has no place for the name", "write `Dear {}`");
    }
    String nameless = salutation.text("nobody").orElse("");
    Map<String, String> titles = titles(salutation.group("titles"), true);
    Map<String, String> written = titles(salutation.group("written"), false);
    String couple = salutation.text("and").orElse("and");
    salutation.checkKeys();
    Optional<DateTimeFormatter> date =
        yaml.read(
            "date",
            "a pattern such as `d MMMM uuuu`",
            pattern -> DateTimeFormatter.ofPattern(pattern, Locale.of(language)));
    LanguageForms.Quotation quotation = quotation(yaml.group("quotation"));
    Optional<String> member = yaml.text("member");
    return date.filter(_ -> !mistakes.hasErrors())
        .map(pattern ->
            new LanguageForms(
                language, named, nameless, titles, written, couple, pattern, quotation, member));
  }

  private LanguageForms.Quotation quotation(YamlMap yaml) {
    LanguageForms.Quotation quotation =
        new LanguageForms.Quotation(
            line(yaml, "name-and-date", "{name}", "{date}"),
            line(yaml, "name", "{name}"),
            line(yaml, "date", "{date}"),
            line(yaml, "neither"));
    yaml.checkKeys();
    return quotation;
  }

  private String line(YamlMap yaml, String key, String... places) {
    yaml.require(key);
    String line = yaml.text(key).orElse("");
    for (String place : places) {
      if (!line.isEmpty() && !line.contains(place)) {
        mistakes.error(
            yaml.lineOf(key), "the line has no place for " + place, "write `" + place + "` in it");
      }
    }
    return line;
  }

  /// `mrs, ms: Frau {}`: each of the words before the colon.
  private Map<String, String> titles(YamlMap yaml, boolean greets) {
    Map<String, String> titles = new LinkedHashMap<>();
    for (String key : yaml.keys()) {
      String form = yaml.text(key).orElse("");
      if (greets && !form.contains("{}")) {
        mistakes.error(
            yaml.lineOf(key), "the salutation has no place for the name", "write `{}` in it");
      }
      for (String title : key.split(",", -1)) {
        titles.put(WordList.plain(title.strip()).replace(".", ""), form);
      }
    }
    return titles;
  }
}
