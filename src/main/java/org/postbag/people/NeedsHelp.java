package org.postbag.people;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.postbag.ledger.HelpReason;

/// Signs that a letter asks for help with the writer's own life, or that somebody is in danger.
/// Such a letter never waits in a group of alike ones: offices report casework hidden in campaign
/// letters.
public enum NeedsHelp {
  /// Somebody may harm themselves.
  SELF_HARM(
      HelpReason.SELF_HARM,
      "suicid\\w*|kill(ing)? myself|end (my|it) (own )?(life|all)|self[- ]harm\\w*"
          + "|i (just |really )?(cannot|can not|can't) go on",
      "suicid",
      "myself",
      "end my",
      "end it",
      "self-harm",
      "self harm",
      "go on"),
  /// Somebody is threatened.
  THREAT(
      HelpReason.THREAT,
      "(i|we) will (kill|hurt|find) you|you will (pay|regret)|(death|bomb) threat"
          + "|i know where (you live|your (office|home|house) is)|get what('s| is) coming to you",
      "will ",
      "threat",
      "i know where",
      "coming to you"),
  /// Violence at home.
  ABUSE(
      HelpReason.ABUSE,
      "domestic (abuse|violence)|my (ex|husband|wife|partner)\\b.{0,40}\\b(hits?|beats?|hurts?) me",
      "domestic",
      "hit",
      "beat",
      "hurt"),
  /// The roof over somebody's head.
  HOUSING(
      HelpReason.HOUSING,
      "(evict\\w*|section 21|repossess\\w*|homeless|made homeless|temporary accommodation|housing"
          + " (list|register)|mould|damp)\\b.{0,80}\\b(me|my|us|our|i|we)\\b"
          + "|\\b(i am|i'm|we are|we're|my|our)\\b.{0,60}\\b(evict\\w*|section 21|repossess\\w*|homeless"
          + "|landlord)",
      "evict",
      "section 21",
      "repossess",
      "homeless",
      "accommodation",
      "housing",
      "mould",
      "damp",
      "landlord"),
  /// Money that was stopped.
  BENEFITS(
      HelpReason.BENEFITS,
      "\\bmy\\b.{0,40}\\b(pip|universal credit|benefits?|carer'?s allowance|pension credit|esa|dla)\\b"
          + ".{0,80}\\b(stop\\w*|refus\\w*|cut|sanction\\w*|appeal\\w*|delay\\w*|late|owed)",
      "pip",
      "credit",
      "benefit",
      "allowance",
      "esa",
      "dla"),
  /// The writer's own papers.
  IMMIGRATION(
      HelpReason.IMMIGRATION,
      "\\b(my|our)\\b.{0,60}\\b(visa|asylum (claim|application|case)|leave to remain|passport"
          + "|citizenship|home office (case|reference|ref))\\b",
      "visa",
      "asylum",
      "leave to remain",
      "passport",
      "citizenship",
      "home office"),
  /// The writer's own health or care.
  HEALTH(
      HelpReason.HEALTH,
      "\\b(my|our)\\b.{0,30}\\b(mother|father|mum|dad|son|daughter|husband|wife|child|operation"
          + "|surgery|referral|diagnosis|cancer|treatment)\\b.{0,80}\\b(waiting|waited|cancel\\w*|refus\\w*"
          + "|turned away|discharg\\w*|urgent\\w*)",
      "waiting",
      "waited",
      "cancel",
      "refus",
      "turned away",
      "discharg",
      "urgent"),
  /// A death.
  BEREAVEMENT(
      HelpReason.BEREAVEMENT,
      "\\b(my|our)\\b.{0,40}\\b(mother|father|mum|dad|son|daughter|husband|wife|brother|sister|child)\\b"
          + ".{0,40}\\b(died|passed away|death|funeral|lost (his|her) life)",
      "died",
      "passed away",
      "death",
      "funeral",
      "lost his",
      "lost her");

  private static final int MOST = 100_000;

  private final HelpReason reason;
  private final Pattern pattern;

  @SuppressWarnings("ImmutableEnumChecker") // List.of is
  private final List<String> words;

  /// @param words without one of which the pattern cannot be there: to look for them is far quicker
  NeedsHelp(HelpReason reason, String pattern, String... words) {
    this.reason = reason;
    this.pattern = Pattern.compile("(?s)(?<!\\w)(" + pattern + ")");
    this.words = List.of(words);
  }

  /// The stable word for it, such as `self-harm`.
  public String label() {
    return reason.label();
  }

  /// Why a letter with this sign is put before a person.
  public HelpReason reason() {
    return reason;
  }

  /// The signs in what the writer sent, be it quoted or below a signature; the first 100,000
  /// characters are read.
  public static List<NeedsHelp> in(String sent) {
    return signs(sent).stream().map(HelpSign::kind).toList();
  }

  /// The same with the first place of each.
  public static List<HelpSign> signs(String sent) {
    PlainLetters text = PlainLetters.of(sent.substring(0, Math.min(MOST, sent.length())));
    return Arrays.stream(values()).flatMap(kind -> kind.firstIn(text).stream()).toList();
  }

  private Optional<HelpSign> firstIn(PlainLetters text) {
    if (words.stream().noneMatch(text.plain()::contains)) {
      return Optional.empty();
    }
    Matcher matcher = pattern.matcher(text.plain());
    return matcher.find()
        ? Optional.of(new HelpSign(this, text.start(matcher.start()), text.end(matcher.end())))
        : Optional.empty();
  }
}
