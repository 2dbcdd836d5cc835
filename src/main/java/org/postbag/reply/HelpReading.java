package org.postbag.reply;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.postbag.email.Letter;
import org.postbag.email.text.Fold;
import org.postbag.matching.campaign.Campaign;
import org.postbag.matching.campaign.OwnLine;
import org.postbag.people.help.HelpDetector;
import org.postbag.people.help.HelpSign;

/// Looks for signs that somebody needs help in what the writer added: all of a letter but what is
/// proved to be ours, and in a campaign only the writer's own lines and what is folded away. A
/// campaign about evictions is no eviction of its hundred writers.
final class HelpReading {
  private final Supplier<HelpDetector> detector;

  /// The letter that was read last: its signs are asked for twice, one after the other. Another
  /// thread may read one in between; then it is read again.
  private volatile @Nullable Read last;

  private record Read(
      Letter letter, Optional<Campaign> campaign, HelpDetector by, List<HelpSign> signs) {
    @SuppressWarnings("ReferenceEquality") // two equal letters are seldom met
    boolean is(Letter other, Optional<Campaign> member, HelpDetector detector) {
      return letter == other && campaign.equals(member) && by == detector;
    }
  }

  HelpReading(Supplier<HelpDetector> detector) {
    this.detector = detector;
  }

  /// The signs in a letter, the most pressing first, with their places in [Letter#text].
  List<HelpSign> signs(Letter letter, Optional<Campaign> campaign) {
    HelpDetector now = detector.get();
    Read read = last;
    if (read == null || !read.is(letter, campaign, now)) {
      List<HelpSign> signs = now.signs(letter.text(), parts(letter, campaign));
      read = new Read(letter, campaign, now, signs);
      last = read;
    }
    return read.signs();
  }

  /// Whether signs of help are known in the letter's language.
  boolean knows(Letter letter) {
    return detector.get().knows(letter.language(), letter.visibleText());
  }

  /// The signs in a text by itself.
  List<HelpSign> signs(String text) {
    return detector.get().signs(text);
  }

  private static List<HelpSign.Place> parts(Letter letter, Optional<Campaign> campaign) {
    return campaign
        .filter(Campaign::isEstablished)
        .flatMap(member -> added(letter, member))
        .orElseGet(() -> notOurs(letter));
  }

  /// The writer's own lines and the folded ones; empty where a line is not found again, so that
  /// then all of the letter is read.
  private static Optional<List<HelpSign.Place>> added(Letter letter, Campaign campaign) {
    List<HelpSign.Place> parts = new ArrayList<>();
    int from = 0;
    for (OwnLine line : campaign.ownLines()) {
      int start = letter.text().indexOf(line.text(), from);
      if (start < 0) {
        return Optional.empty();
      }
      from = start + line.text().length();
      parts.add(new HelpSign.Place(start, from));
    }
    letter.folded().stream()
        .filter(fold -> fold.why() != Fold.Why.OURS)
        .map(fold -> new HelpSign.Place(fold.start(), fold.end()))
        .forEach(parts::add);
    parts.sort(Comparator.comparingInt(HelpSign.Place::start));
    return Optional.of(parts);
  }

  private static List<HelpSign.Place> notOurs(Letter letter) {
    List<HelpSign.Place> parts = new ArrayList<>();
    int from = 0;
    for (Fold fold : letter.folded()) {
      if (fold.why() == Fold.Why.OURS) {
        parts.add(new HelpSign.Place(from, fold.start()));
        from = fold.end();
      }
    }
    parts.add(new HelpSign.Place(from, letter.text().length()));
    return parts;
  }
}
