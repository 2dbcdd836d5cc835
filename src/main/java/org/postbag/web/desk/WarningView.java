package org.postbag.web.desk;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.postbag.email.Letter;
import org.postbag.reply.Warning;

/// Warnings of one kind, as they are ticked off together.
///
/// @param word named when the reply is approved
/// @param brief a few words for the button
/// @param sentences each with the words of the letter that it is about
record WarningView(String word, String brief, List<Sentence> sentences) {
  private static final int LONGEST = 160;

  /// @param excerpt from the letter; empty when it is about the letter as a whole
  record Sentence(String text, String excerpt) {}

  static List<WarningView> of(List<Warning> warnings, Optional<Letter> letter) {
    String text = letter.map(Letter::text).orElse("");
    Map<String, List<Warning>> kinds =
        warnings.stream()
            .collect(Collectors.groupingBy(Warning::word, LinkedHashMap::new, Collectors.toList()));
    List<WarningView> views = new ArrayList<>();
    kinds.forEach((word, all) -> views.add(view(word, all, text)));
    return views;
  }

  private static WarningView view(String word, List<Warning> all, String text) {
    List<Sentence> sentences =
        all.stream().map(w -> new Sentence(w.sentence(), excerpt(w, text))).distinct().toList();
    return new WarningView(word, all.getFirst().brief(), sentences);
  }

  private static String excerpt(Warning warning, String text) {
    return warning
        .place()
        .filter(place -> place.end() <= text.length())
        .map(place -> text.substring(place.start(), place.end()).replaceAll("\\s+", " ").strip())
        .map(words -> words.length() <= LONGEST ? words : words.substring(0, LONGEST) + " …")
        .orElse("");
  }

  /// What the button that approves says: `Approve: not a constituent, asks for help`.
  static String label(String approve, List<WarningView> warnings) {
    return warnings.isEmpty()
        ? approve
        : approve
            + ": "
            + warnings.stream().map(WarningView::brief).collect(Collectors.joining(", "));
  }
}
