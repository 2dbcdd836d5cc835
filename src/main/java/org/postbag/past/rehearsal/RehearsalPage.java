package org.postbag.past.rehearsal;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import org.postbag.catalog.Catalog;
import org.postbag.catalog.Topic;
import org.postbag.catalog.TopicId;
import org.postbag.past.rehearsal.Rehearsed.Doing;
import org.postbag.past.rehearsal.Rehearsed.Verdict;

/// A rehearsal as one HTML page to print. It names no writer; letters are listed by day and
/// subject.
public final class RehearsalPage {
  private static final String HEAD =
      """
      <!DOCTYPE html>
      <html lang="en-GB"><head><meta charset="utf-8"><title>A rehearsal with the office's own post</title>
      <style>
      body { font: 11pt/1.4 system-ui, sans-serif; max-width: 48rem; margin: 2rem auto; padding: 0 1rem; color: #111 }
      table { border-collapse: collapse; width: 100%; margin: .5rem 0 1.5rem } th, td { text-align: left; padding: .25rem .5rem; border-bottom: 1px solid #ccc; vertical-align: top }
      td.number { text-align: right; font-variant-numeric: tabular-nums; white-space: nowrap } h2 { margin-top: 2rem } .dim { color: #555 }
      @media print { body { margin: 0; max-width: none; font-size: 10pt } h2 { break-after: avoid } tr { break-inside: avoid } }
      </style></head><body>
      """;

  private final RehearsalResult result;
  private final Catalog catalog;
  private final ZoneId zone;
  private final StringBuilder html = new StringBuilder(HEAD);

  /// @param catalog the topics that it was rehearsed with
  public RehearsalPage(RehearsalResult result, Catalog catalog, ZoneId zone) {
    this.result = result;
    this.catalog = catalog;
    this.zone = zone;
  }

  public String html() {
    html.append("<h1>A rehearsal with the office's own post</h1>\n");
    paragraph(
        "Postbag learned from %,d letters that the office had answered, with %d topics in force. Then it was given the %,d letters that came from %s to %s, day by day, as if each had just come, and learned in the evening from the answers that the office really sent that day (%d times). Nothing was sent, and no letter left the machine."
            .formatted(
                result.learned(),
                result.topics(),
                result.letters().size(),
                day(result.from()),
                day(result.to()),
                result.trainings()));
    sums();
    list(
        "Drafts that differ from the standard reply that was sent",
        "The reply that would have been drafted, and the one that the office sent. A person sees"
            + " every draft before it leaves.",
        Verdict.OTHER);
    list(
        "Drafts where the office wrote an answer for this letter alone",
        "The standard reply would have been offered; the office chose other words.",
        Verdict.BY_HAND);
    topics();
    return html.append("</body></html>\n").toString();
  }

  private void sums() {
    html.append("<table>\n");
    row("Letters", result.letters().size());
    row("Drafted: the reply that was sent", result.count(Verdict.SAME));
    row("Drafted: another standard reply was sent", result.count(Verdict.OTHER));
    row("Drafted: the office wrote by hand", result.count(Verdict.BY_HAND));
    row("Drafted: no answer is known", result.count(Verdict.UNANSWERED));
    row("Left to a person", result.count(Doing.LEFT_TO_PERSON));
    row("Set aside: machines' mail", result.count(Doing.SET_ASIDE));
    row("Shown first: the writer may need help", result.help());
    row(
        "In campaigns, each decided at once (%d campaigns)".formatted(result.campaigns()),
        result.inCampaigns());
    html.append("</table>\n");
    paragraph(
        "Of the letters that the office answered with one of these standard replies, %s would have had it as a draft. Of the drafts for letters that were answered with a standard reply, %s are that reply."
            .formatted(percent(result.coverage()), percent(result.right())));
    paragraph(
        "Time saved: %d hours and %d minutes, at %d minutes for each letter whose draft is the reply that was sent: nobody looks for its text, copies and addresses it. To read and approve it takes time as before."
            .formatted(
                result.saved().toHours(),
                result.saved().toMinutesPart(),
                RehearsalResult.SAVED.toMinutes()));
  }

  private void row(String what, int count) {
    html.append(
        "<tr><td>%s</td><td class=\"number\">%,d</td></tr>%n".formatted(escaped(what), count));
  }

  private void paragraph(String text) {
    html.append("<p>").append(escaped(text)).append("</p>\n");
  }

  private void list(String title, String what, Verdict verdict) {
    List<Rehearsed> letters = result.drafted(verdict);
    html.append("<h2>%s: %d</h2>%n".formatted(escaped(title), letters.size()));
    if (letters.isEmpty()) {
      return;
    }
    html.append("<p class=\"dim\">").append(escaped(what)).append("</p>\n");
    html.append("<table><tr><th>Day</th><th>Subject</th><th>Drafted</th><th>Sent</th></tr>\n");
    for (Rehearsed one : letters) {
      html.append(
          "<tr><td>%s</td><td>%s</td><td>%s</td><td>%s</td></tr>%n"
              .formatted(
                  day(one.letter().at()),
                  escaped(one.letter().baseSubject()),
                  escaped(one.topic().map(this::title).orElse("")),
                  escaped(sent(one.answer()))));
    }
    html.append("</table>\n");
  }

  private String sent(RealAnswer answer) {
    return switch (answer) {
      case RealAnswer.OfTopic(TopicId topic) -> title(topic);
      case RealAnswer.OtherText _ -> "a standard text of no topic";
      case RealAnswer.ByHand _ -> "written by hand";
      case RealAnswer.Nothing _ -> "nothing that is known of";
    };
  }

  private void topics() {
    html.append(
        """
        <h2>By topic</h2>
        <table><tr><th>Topic</th><th>Answered with it</th><th>Drafted so</th></tr>
        """);
    for (Topic topic : catalog.all()) {
      Predicate<Rehearsed> of = one -> one.answer().equals(new RealAnswer.OfTopic(topic.id()));
      long answered = result.letters().stream().filter(of).count();
      long drafted = result.drafted(Verdict.SAME).stream().filter(of).count();
      html.append(
          "<tr><td>%s</td><td class=\"number\">%d</td><td class=\"number\">%d</td></tr>%n"
              .formatted(escaped(topic.title()), answered, drafted));
    }
    html.append("</table>\n");
  }

  private String title(TopicId id) {
    return catalog.topic(id).map(Topic::title).orElse(id.value());
  }

  private String day(java.time.Instant at) {
    return LocalDate.ofInstant(at, zone).toString();
  }

  static String percent(double share) {
    return Double.isNaN(share) ? "none" : String.format(Locale.ROOT, "%.1f %%", 100 * share);
  }

  private static String escaped(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;");
  }
}
