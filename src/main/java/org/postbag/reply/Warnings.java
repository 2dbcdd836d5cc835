package org.postbag.reply;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.postbag.catalog.Catalog;
import org.postbag.catalog.Markdown;
import org.postbag.catalog.StandardReply;
import org.postbag.catalog.Topic;
import org.postbag.catalog.TopicId;
import org.postbag.email.Address;
import org.postbag.email.Letter;
import org.postbag.email.NamedAddress;
import org.postbag.email.text.Fold;
import org.postbag.email.text.Languages;
import org.postbag.matching.Match;
import org.postbag.matching.stance.StanceMatch;
import org.postbag.people.Correspondent;
import org.postbag.people.help.HelpSign;

/// What can be warned of by a letter, its match and its reply alone. What the office's own records
/// tell (answered before, follows a reply, writes often, a new text) is added by the room that
/// keeps them.
final class Warnings {
  /// From this probability on the runner-up is near. Probabilities are calibrated: of ten letters
  /// with such a runner-up one is about that topic, which is far more than the office's own share
  /// of wrong drafts may be. It costs an honest reader next to nothing, because what decides for a
  /// topic decides against the others: among the right drafts of the sample mailbox the runner-up
  /// reaches 0.03 at most (`bin/bench warnings show`). A second topic beside the first is another
  /// matter: its limit is that of [Match#also], and a person looks at each of these letters anyway.
  private static final double CLOSE = 0.10;

  private static final String UNKNOWN = "und";
  private static final int MOST_FOLDS = 20;
  private static final int MOST_SIGNS = 20;

  private final List<Warning> found = new ArrayList<>();
  private final Letter letter;
  private final Catalog catalog;
  private final List<HelpSign> signs;

  private Warnings(Letter letter, List<HelpSign> signs, Catalog catalog) {
    this.letter = letter;
    this.signs = signs;
    this.catalog = catalog;
  }

  /// @param signs that somebody needs help
  /// @param known whether such signs are known in the letter's language
  /// @param match how the topic was found; empty when a person chose it, who is not asked whether
  ///   it is likely
  /// @param answer the reply that would leave, if there is one
  /// @param stance the side that the letter takes, where that reply has paragraphs for one; its
  ///   places stand in the whole text
  static List<Warning> of(
      Letter letter,
      List<HelpSign> signs,
      boolean known,
      Optional<Match> match,
      Optional<Proposal.Answer> answer,
      Optional<StanceMatch> stance,
      Optional<Correspondent> writer,
      Catalog catalog,
      ReplySettings settings,
      SenderChecks sender) {
    Warnings warnings = new Warnings(letter, signs, catalog);
    warnings.needsHelp();
    warnings.add(!known, WarningKind.HELP_UNREAD);
    match.filter(_ -> answer.isPresent()).ifPresent(warnings::topic);
    warnings.text();
    HomeVariants variants = new HomeVariants(catalog, settings.constituency());
    writer.ifPresent(who -> warnings.home(who, variants, answer));
    warnings.sender(sender);
    answer.ifPresent(warnings::reply);
    stance.ifPresent(warnings::stance);
    warnings.addressed(settings.own());
    return WarningKind.inOrder(warnings.found);
  }

  private void add(boolean holds, WarningKind kind) {
    if (holds) {
      found.add(kind.warning());
    }
  }

  /// A weak sign is marked in the letter and is no warning: one in three ordinary letters has one,
  /// and a warning that is nearly always false is soon acknowledged unread.
  private void needsHelp() {
    for (HelpSign sign : signs.stream().filter(HelpSign::isSure).limit(MOST_SIGNS).toList()) {
      Warning warning = WarningKind.NEEDS_HELP.warning(sign.kind().sentence());
      found.add(warning.at(new Warning.Place(sign.span().start(), sign.span().end())));
    }
  }

  private void stance(StanceMatch match) {
    match
        .stance()
        .map(WarningKind::ofSide)
        .map(warning ->
            match.places().stream()
                .findFirst()
                .map(place -> warning.at(new Warning.Place(place.start(), place.end())))
                .orElse(warning))
        .ifPresent(found::add);
  }

  private void topic(Match match) {
    add(match.abstained(), WarningKind.TOPIC_UNLIKELY);
    boolean two = match.also().isPresent();
    if (!two && !match.abstained() && isClose(match)) {
      found.add(WarningKind.TOPIC_CLOSE.warning(close(match)));
    }
    add(two, WarningKind.TWO_TOPICS);
  }

  private static boolean isClose(Match match) {
    return match.runnerUp().stream()
        .flatMap(second -> match.candidates().stream().filter(c -> c.topic().equals(second)))
        .anyMatch(second -> second.probability() >= CLOSE);
  }

  private String close(Match match) {
    return match
        .runnerUp()
        .map(second -> "The letter may be about “" + title(second) + "” instead.")
        .orElse(WarningKind.TOPIC_CLOSE.sentence());
  }

  private String title(TopicId topic) {
    return catalog.topic(topic).map(Topic::title).orElse(topic.value());
  }

  private void text() {
    add(!letter.saysSomething(), WarningKind.TEXT_UNREAD);
    letter.folded().stream()
        .filter(fold -> isUnknown(fold.why()))
        .limit(MOST_FOLDS)
        .map(fold -> new Warning.Place(fold.start(), fold.end()))
        .forEach(place -> found.add(WarningKind.TEXT_HIDDEN.warning().at(place)));
    add(!letter.attachments().isEmpty(), WarningKind.ATTACHMENT);
  }

  /// Who wrote it is not known: a quotation may be of a letter that the office never saw.
  private static boolean isUnknown(Fold.Why why) {
    return switch (why) {
      case QUOTED, FORWARDED, ENCODED -> true;
      case OURS, SIGNATURE, FRAME, ATTACHED, FOOTER -> false;
    };
  }

  /// Whoever wrote the standard reply may have decided what it says to those from elsewhere, or
  /// from nowhere; then there is nothing left to be seen.
  private void home(Correspondent writer, HomeVariants variants, Optional<Proposal.Answer> answer) {
    WriterHome home = variants.home(writer);
    boolean said = answer.filter(a -> variants.speaksTo(home, a.replyName())).isPresent();
    add(!said && home == WriterHome.ELSEWHERE, WarningKind.NOT_A_CONSTITUENT);
    add(!said && home == WriterHome.NOT_SAID, WarningKind.NO_ADDRESS);
  }

  private void sender(SenderChecks checks) {
    add(checks.isUnproven(letter), WarningKind.SENDER_UNPROVEN);
    checks
        .lookAlike(letter)
        .map(domain -> "The sender’s address looks like one of " + domain + ", and is another.")
        .map(WarningKind.LOOK_ALIKE::warning)
        .ifPresent(found::add);
  }

  private void reply(Proposal.Answer answer) {
    Optional<String> from = letter.from().map(NamedAddress::address).map(Address::domain);
    String to = answer.to().address().domain();
    if (from.isPresent() && !from.get().equals(to)) {
      found.add(WarningKind.REPLY_ELSEWHERE.warning(elsewhere(from.get(), to)));
    }
    add(!speaks(answer), WarningKind.OTHER_LANGUAGE);
  }

  private static String elsewhere(String from, String to) {
    return "The letter is from " + from + ", and the reply goes to " + to + ".";
  }

  /// A reply whose file names its languages is only drafted for letters in them, but a person may
  /// pick it for any. Of one that names none, its own text tells.
  private boolean speaks(Proposal.Answer answer) {
    return catalog
        .reply(answer.replyName())
        .map(StandardReply::languages)
        .filter(languages -> !languages.isEmpty())
        .map(
            languages -> letter.language().equals(UNKNOWN) || languages.contains(letter.language()))
        .orElseGet(() -> mayBeOne(letter.language(), Languages.of(Markdown.text(answer.text()))));
  }

  private static boolean mayBeOne(String language, String other) {
    return language.equals(other) || language.equals(UNKNOWN) || other.equals(UNKNOWN);
  }

  /// The office stands in Cc and not in To (RFC 5322 §3.6.3). In neither it was reached as Bcc,
  /// over a list, or by an address that nobody configured; that says nothing.
  private void addressed(Set<Address> own) {
    add(holds(letter.cc(), own) && !holds(letter.to(), own), WarningKind.CC_ONLY);
  }

  private static boolean holds(List<NamedAddress> addresses, Set<Address> own) {
    return addresses.stream().anyMatch(a -> own.stream().anyMatch(o -> o.sameAs(a.address())));
  }
}
