package org.postbag.web.desk;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import org.postbag.email.Letter;
import org.postbag.email.attached.AttachedView;
import org.postbag.matching.Evidence;
import org.postbag.matching.Match;
import org.postbag.people.Correspondent;
import org.postbag.people.help.HelpSign;
import org.postbag.reply.Warning;
import org.postbag.reply.WarningKind;
import org.postbag.review.QueueItem;

/// A letter as text. What it holds of HTML is never put into our pages.
final class Originals {
  private static final int LONGEST = 100_000;

  private Originals() {}

  /// @param help finds the words that say that somebody needs help, in what the writer wrote
  static LetterView.Original of(
      QueueItem item,
      Match match,
      Optional<Letter> letter,
      Optional<Correspondent> writer,
      Function<String, List<HelpSign>> help,
      Times times) {
    List<Evidence> evidence = match.evidence();
    String visible = cut(letter.map(Letter::visibleText).orElse(item.snippet()));
    return new LetterView.Original(
        Lists.who(item),
        item.from().map(from -> from.address().toString()).orElse(""),
        times.of(item.received()),
        writer.flatMap(Originals::greeted),
        writer.flatMap(Originals::home),
        doubts(item),
        Optional.of(item.language())
            .filter(l -> !l.equals("en") && !l.equals("und"))
            .map(Originals::language),
        Highlighting.of(item.subject(), Evidence.Where.SUBJECT, evidence, List.of()),
        Highlighting.of(visible, Evidence.Where.VISIBLE_TEXT, evidence, help.apply(visible)),
        letter.map(Letter::text).map(Originals::cut).filter(text -> isMore(text, visible)),
        letter.map(FoldedSummary::of).orElse(""),
        letter.map(Letter::safeHtml).filter(html -> !html.isBlank()).isPresent(),
        letter.map(Originals::attachments).orElse(List.of()),
        letter.map(Letter::problems).orElse(List.of()));
  }

  private static Optional<String> greeted(Correspondent writer) {
    return writer
        .known()
        .map(known -> writer.salutation() + ", from the " + known.source().label());
  }

  private static Optional<String> home(Correspondent writer) {
    String where =
        writer
            .constituent()
            .map(yes -> yes ? ", in the constituency" : ", not in the constituency")
            .orElse("");
    return writer.postcode().map(code -> code + where);
  }

  private static List<String> doubts(QueueItem item) {
    return item.warnings().stream()
        .filter(warning ->
            warning.word().equals(WarningKind.SENDER_UNPROVEN.word())
                || warning.word().equals(WarningKind.LOOK_ALIKE.word()))
        .map(Warning::brief)
        .distinct()
        .toList();
  }

  private static String language(String code) {
    return Locale.of(code).getDisplayLanguage(Locale.UK);
  }

  private static boolean isMore(String whole, String visible) {
    return whole.strip().length() > visible.strip().length() + 2;
  }

  private static String cut(String text) {
    return text.length() <= LONGEST ? text : text.substring(0, LONGEST) + " […]";
  }

  private static List<LetterView.Attachment> attachments(Letter letter) {
    List<LetterView.Attachment> attachments = new ArrayList<>();
    for (Letter.Attachment attachment : letter.attachments()) {
      String name = attachment.name().isBlank() ? "unnamed" : attachment.name();
      attachments.add(
          new LetterView.Attachment(
              attachments.size(),
              name,
              size(attachment.size()),
              AttachedView.shows(attachment.mediaType(), attachment.name())));
    }
    return attachments;
  }

  private static String size(long bytes) {
    if (bytes < 1000) {
      return bytes + " B";
    }
    return bytes < 1_000_000
        ? bytes / 1000 + " kB"
        : String.format(Locale.UK, "%.1f MB", bytes / 1e6);
  }
}
