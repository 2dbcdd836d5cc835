package org.postbag.cli;

import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.postbag.email.Letter;
import org.postbag.email.NamedAddress;
import org.postbag.email.text.Fold;
import org.postbag.intake.Screening;
import org.postbag.ledger.ReviewReason;
import org.postbag.matching.Evidence;
import org.postbag.matching.Match;
import org.postbag.matching.stance.StanceMatch;
import org.postbag.people.Correspondent;
import org.postbag.people.help.HelpSign;
import org.postbag.reply.Proposal;

/// One explanation for a person to read.
final class ExplainCard {
  private static final int EVIDENCE = 8;

  private final PrintWriter out;
  private final ExplainedLetter explanation;

  private ExplainCard(ExplainedLetter explanation, PrintWriter out) {
    this.explanation = explanation;
    this.out = out;
  }

  static void print(ExplainedLetter explanation, PrintWriter out) {
    ExplainCard card = new ExplainCard(explanation, out);
    out.println(explanation.file());
    card.letter(explanation.letter());
    card.verdict();
    card.text("What the writer wrote", explanation.letter().visibleText());
    explanation.answer().ifPresent(answer -> card.text("The reply", answer.text()));
    out.println();
    out.flush();
  }

  private void letter(Letter letter) {
    row("From", letter.from().map(NamedAddress::toString).orElse("(nobody)"));
    row("Subject", letter.subject().isEmpty() ? "(none)" : letter.subject());
    row("Date", letter.date().map(Object::toString).orElse("(none)"));
    row("Language", letter.language());
    rows("Attachment", letter.attachments().stream().map(Letter.Attachment::name).toList());
    rows("Folded", letter.folded().stream().map(ExplainCard::fold).toList());
    rows("Problem", letter.problems());
  }

  private static String salutation(Correspondent writer) {
    String from =
        writer.known().map(known -> " (from the " + known.source().label() + ")").orElse("");
    return writer.salutation() + from;
  }

  private static String fold(Fold fold) {
    return fold.why().word() + " (" + (fold.end() - fold.start()) + " characters)";
  }

  private void verdict() {
    row("Screening", screening(explanation.outcome()));
    if (explanation.outcome().mustNotReply()) {
      return;
    }
    row("Topic", topic(explanation.match()));
    explanation.match().gate().ifPresent(gate -> row("Waits", gate.sentence()));
    explanation.stance().ifPresent(stance -> row("Stance", stance(stance)));
    explanation.campaign().ifPresent(first -> row("Campaign", "that of " + first));
    explanation
        .match()
        .campaign()
        .ifPresent(campaign -> rows("Own lines", campaign.ownText().lines().toList()));
    rows(
        "Because",
        explanation.match().evidence().stream().limit(EVIDENCE).map(ExplainCard::reason).toList());
    rows("Needs help", explanation.needsHelp().stream().map(this::sign).toList());
    row(
        "Salutation",
        explanation.writer().map(ExplainCard::salutation).orElse("(nobody to answer)"));
    explanation.writer().flatMap(Correspondent::postcode).ifPresent(code -> row("Postcode", code));
    explanation.reply().ifPresent(reply -> row("Reply to", reply.to().toString()));
    explanation.reply().ifPresent(reply -> row("Reply as", reply.thread().subject()));
    row("Reply with", replyWith());
    explanation.warnings().forEach(warning -> row("Warning", warning.sentence()));
  }

  private static String stance(StanceMatch match) {
    return match
        .stance()
        .map(stance -> percent(stance.title(), match.confidence()))
        .orElse("unsure: a person chooses the paragraphs");
  }

  private String sign(HelpSign sign) {
    String words =
        sign.words().stream()
            .map(place -> explanation.letter().text().substring(place.start(), place.end()))
            .collect(Collectors.joining(" … "));
    return percent(sign.kind().name(), sign.probability()) + " “" + words + "”";
  }

  private String replyWith() {
    String offered =
        explanation.suggestion().map(s -> " (suggested: " + s.replyName() + ")").orElse("");
    return explanation
        .answer()
        .map(Proposal.Answer::replyName)
        .orElseGet(() ->
            "a person decides. "
                + explanation.reason().map(ReviewReason::sentence).orElse("")
                + offered);
  }

  private static String screening(Screening.Outcome outcome) {
    return switch (outcome) {
      case Screening.Outcome.Personal() -> "a person wrote it";
      case Screening.Outcome.Held(var reason) -> "held for a person. " + reason.sentence();
      case Screening.Outcome.SetAside(var reason) -> "set aside. " + reason.sentence();
    };
  }

  private static String topic(Match match) {
    return match
        .topic()
        .map(topic -> percent(topic.toString(), match.probability()) + runnerUp(match))
        .map(text -> match.abstained() ? text + "; not sure enough" : text)
        .orElse("none fits");
  }

  /// A second matter of the letter, or what the first was chosen before.
  private static String runnerUp(Match match) {
    return match
        .also()
        .map(second -> " and " + percent(second.topic().toString(), second.probability()))
        .or(() -> match.runnerUp().map(next -> ", then " + next))
        .orElse("");
  }

  private static String percent(String what, double probability) {
    return String.format(Locale.ROOT, "%s (%.0f %%)", what, probability * 100);
  }

  private static String reason(Evidence evidence) {
    return String.format(Locale.ROOT, "%+.2f %s", evidence.weight(), evidence.feature());
  }

  private void rows(String name, List<String> values) {
    Optional.of(values.stream().collect(Collectors.joining("; ")))
        .filter(text -> !text.isEmpty())
        .ifPresent(text -> row(name, text));
  }

  private void row(String name, String value) {
    out.printf(Locale.ROOT, "  %-12s %s%n", name, value);
  }

  private void text(String title, String text) {
    out.println("  " + title + ":");
    text.lines().forEach(line -> out.println("    | " + line));
  }
}
