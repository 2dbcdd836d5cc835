package org.postbag.past.proposal;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.postbag.past.PastLetter;
import org.postbag.past.proposal.FoundTopic.FoundKeyword;

/// Titles of topics: the commonest subject that is hardly given to letters on other topics, else
/// the most telling keyword. No two topics have the same.
final class TitleChoice {
  private static final double OWN = 0.6;

  private final Subjects all;
  private final Set<String> taken = new HashSet<>();

  /// @param all the letters of all topics
  TitleChoice(List<PastLetter> all) {
    this.all = new Subjects(all);
  }

  String of(List<PastLetter> letters, List<FoundKeyword> keywords) {
    Subjects own = new Subjects(letters);
    Optional<String> subject =
        own.common().stream()
            .filter(one -> own.writers(one) >= OWN * all.writers(one))
            .filter(one -> !taken.contains(one.toLowerCase(Locale.ROOT)))
            .findFirst();
    String title = subject.orElseGet(() -> byKeyword(keywords));
    taken.add(title.toLowerCase(Locale.ROOT));
    return title;
  }

  private String byKeyword(List<FoundKeyword> keywords) {
    String base =
        keywords.stream()
            .map(FoundKeyword::text)
            .findFirst()
            .map(text -> text.substring(0, 1).toUpperCase(Locale.ROOT) + text.substring(1))
            .orElse("Topic");
    String title = base;
    for (int i = 2; taken.contains(title.toLowerCase(Locale.ROOT)); i++) {
      title = base + " " + i;
    }
    return title;
  }
}
