package org.postbag.reply;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.postbag.catalog.Catalog;
import org.postbag.catalog.Markdown;
import org.postbag.catalog.StandardReply;
import org.postbag.email.text.Fold;
import org.postbag.email.text.OwnTexts;
import org.postbag.email.text.WordRuns;

/// Recognises the office's own words in a letter: the standard replies in force, and the replies
/// that were sent to the letters it refers to, which people may have edited.
public final class OwnReplies implements OwnTexts {
  /// The texts of the sent replies with these message ids.
  @FunctionalInterface
  public interface Sent {
    Sent NONE = ids -> List.of();

    List<String> texts(Collection<String> ids);
  }

  private static final Pattern PLACEHOLDER = Pattern.compile("\\{\\{[^{}]*}}");

  private final Supplier<Catalog> catalog;
  private final Sent sent;
  private volatile Known known = new Known(Catalog.EMPTY, new WordRuns(List.of()));

  /// The word runs of the standard replies of one catalog.
  private record Known(Catalog catalog, WordRuns runs) {}

  public OwnReplies(Supplier<Catalog> catalog, Sent sent) {
    this.catalog = catalog;
    this.sent = sent;
  }

  @Override
  public List<Fold> in(String text, List<String> references) {
    WordRuns standard = standard();
    List<String> quoted = references.isEmpty() ? List.of() : sent.texts(references);
    return quoted.isEmpty() ? standard.in(text) : standard.with(quoted).in(text);
  }

  /// Made once for each catalog; two threads that make it at once make the same.
  @SuppressWarnings("ReferenceEquality") // a reload makes another catalog; to compare all is dear
  private WordRuns standard() {
    Catalog now = catalog.get();
    Known last = known;
    if (last.catalog != now) {
      last = new Known(now, new WordRuns(texts(now)));
      known = last;
    }
    return last.runs;
  }

  /// What a placeholder stands for is the letter's own; no run of words goes across it.
  private static List<String> texts(Catalog catalog) {
    return catalog.replies().values().stream()
        .map(StandardReply::markdown)
        .map(Markdown::text)
        .flatMap(text -> Arrays.stream(PLACEHOLDER.split(text)))
        .toList();
  }
}
