package org.postbag.intake.wording;

import java.util.Optional;
import java.util.regex.Pattern;
import org.postbag.email.Letter;
import org.postbag.email.NamedAddress;

/// Recognises letters of machines by their words and structure, where no header field tells them:
/// each sign adds to a sum, what only a person writes takes from it, and a threshold decides.
public final class MachineLetter {
  /// What a machine wrote.
  public enum Kind {
    /// That a letter of ours did not arrive, or later.
    DELIVERY_REPORT,
    /// That a letter of ours was reported as spam.
    COMPLAINT,
    /// That a letter was read, or is to be taken back.
    RECEIPT,
    /// That somebody is away or gone, that a letter came, or that the sender has to prove himself.
    AUTOMATIC_ANSWER
  }

  private static final String FILE = "machines.txt";
  private static final int REPORT_ENOUGH = 3;
  private static final int ANSWER_ENOUGH = 4;
  private static final int OPENING = 400;
  private static final int BEGINNING = 8_000;
  private static final int BRIEF = 120;
  private static final int LONG = 1_800;
  private static final int MOST_PHRASES = 3;
  private static final int MOST_PERSON = 8;

  private static final PhraseList BOUNCE_SUBJECT = PhraseList.of(FILE, "bounce subject");
  private static final PhraseList BOUNCE_OPENING = PhraseList.of(FILE, "bounce opening");
  private static final PhraseList BOUNCE_CORE = PhraseList.of(FILE, "bounce core");
  private static final PhraseList BOUNCE_TEXT = PhraseList.of(FILE, "bounce text");
  private static final PhraseList BOUNCE_SENDER = PhraseList.of(FILE, "bounce sender");
  private static final PhraseList COMPLAINT_SUBJECT = PhraseList.of(FILE, "complaint subject");
  private static final PhraseList COMPLAINT_OPENING = PhraseList.of(FILE, "complaint opening");
  private static final PhraseList COMPLAINT_TEXT = PhraseList.of(FILE, "complaint text");
  private static final PhraseList ANSWER_SUBJECT = PhraseList.of(FILE, "answer subject");
  private static final PhraseList MAYBE_SUBJECT = PhraseList.of(FILE, "answer subject maybe");
  private static final PhraseList SUBJECT_END = PhraseList.of(FILE, "answer subject end");
  private static final PhraseList ANSWER_OPENING = PhraseList.of(FILE, "answer opening");
  private static final PhraseList ANSWER_WHOLE = PhraseList.of(FILE, "answer whole");
  private static final PhraseList ANSWER_TEXT = PhraseList.of(FILE, "answer text");
  private static final PhraseList NOTICE_SUBJECT = PhraseList.of(FILE, "notice subject");
  private static final PhraseList NOTICE_TEXT = PhraseList.of(FILE, "notice text");
  private static final PhraseList ASKS = PhraseList.of(FILE, "asks the office");
  private static final PhraseList PERSON = PhraseList.of(FILE, "person");
  private static final PhraseList NEUTRAL = PhraseList.of(FILE, "neutral greeting");

  /// RFC 3463 codes and RFC 5321 replies as servers report them.
  private static final Pattern SMTP_CODE =
      Pattern.compile(
          "(?<![\\d.])[45]\\.\\d{1,3}\\.\\d{1,3}(?![\\d.])|(?<![\\d£$€])[45][0-5]\\d[- ](?:[45]\\.|#|[a-z<])");

  /// The header of a returned letter, or an address on a line of its own.
  private static final Pattern RETURNED =
      Pattern.compile(
          "(?m)^(?:Received|Return-Path|Message-I[dD]|MIME-Version|Content-Type|X-[\\w-]{2,40}):\\s"
              + "|^\\s*<?[^\\s<>@,;]{1,80}@[^\\s<>@,;]{2,80}>?:?\\s*$"
              + "|^[ \\t]*(?:To|Subject|Sent|Recipient|An|Betreff|À|Objet|Para|Asunto|Assunto|Do|Temat):\\s");

  /// What qmail and Postfix say of themselves.
  private static final Pattern APOLOGY =
      Pattern.compile("i'?m (?:afraid|sorry) (?:i wasn't|to have)|i've given up");

  private static final Pattern REPLY =
      Pattern.compile("^(?:re|aw|sv|odp|rv|tr|atb|vs|ynt|回复)\\s?(?:\\[\\d+])?:\\s?");
  private static final Pattern FORWARD = Pattern.compile("^(?:fwd?|wg|tr|rv|enc|pd|vl)\\s?:");
  private static final Pattern COLON_OR_END = Pattern.compile("^[^?]{0,45}?(?::|\\)|$)");

  private final Letter letter;
  private final PlainWords words;

  private MachineLetter(Letter letter) {
    this.letter = letter;
    this.words = PlainWords.of(letter);
  }

  /// What machine wrote it; empty for a letter that may be a person's.
  public static Optional<Kind> kindOf(Letter letter) {
    MachineLetter read = new MachineLetter(letter);
    if (FORWARD.matcher(read.words.subject()).find() && read.letter.inReplyTo().isEmpty()) {
      return Optional.empty();
    }
    if (read.bounce() >= REPORT_ENOUGH) {
      return Optional.of(Kind.DELIVERY_REPORT);
    }
    if (read.complaint() >= REPORT_ENOUGH) {
      return Optional.of(Kind.COMPLAINT);
    }
    if (read.notice() >= REPORT_ENOUGH) {
      return Optional.of(Kind.RECEIPT);
    }
    return read.answer() >= ANSWER_ENOUGH ? Optional.of(Kind.AUTOMATIC_ANSWER) : Optional.empty();
  }

  private int bounce() {
    int subject = bounceSubject();
    String head = words.head(OPENING);
    int opening =
        BOUNCE_OPENING.endOfFirstSentence(head) >= 0 ? 2 : BOUNCE_CORE.anyIn(head) ? 1 : 0;
    if (subject + opening == 0) {
      return 0;
    }
    int phrases = BOUNCE_TEXT.countIn(words.text(), MOST_PHRASES);
    int code = SMTP_CODE.matcher(words.text()).find() ? 1 : 0;
    int returned = RETURNED.matcher(beginning()).find() ? 1 : 0;
    int sender = isMachine() ? 1 : 0;
    return subject + opening + phrases + code + returned + sender - person();
  }

  /// A letter that answers one about a bounce, or asks, is no bounce.
  private int bounceSubject() {
    String subject = words.subject();
    if (subject.endsWith("?") || REPLY.matcher(subject).find()) {
      return 0;
    }
    return BOUNCE_SUBJECT.opens(subject) ? 2 : BOUNCE_SUBJECT.anyIn(subject) ? 1 : 0;
  }

  private String beginning() {
    return letter.text().substring(0, Math.min(BEGINNING, letter.text().length()));
  }

  private int complaint() {
    int subject = subject(COMPLAINT_SUBJECT) ? 1 : 0;
    int opening = COMPLAINT_OPENING.endOfFirstSentence(words.head(OPENING)) >= 0 ? 2 : 0;
    int phrases = COMPLAINT_TEXT.countIn(words.text(), MOST_PHRASES);
    boolean fields = words.body().contains("feedback-type:");
    if (opening == 0 && !fields) {
      return 0;
    }
    int returned = RETURNED.matcher(beginning()).find() ? 1 : 0;
    return subject + opening + (fields ? 2 : 0) + phrases + returned - person();
  }

  private int notice() {
    boolean subject =
        COLON_OR_END.matcher(words.subject()).find()
            && NOTICE_SUBJECT.opens(words.subject())
            && isNotice(words.subject());
    int phrases = NOTICE_TEXT.countIn(words.text(), MOST_PHRASES);
    if (phrases == 0) {
      return 0;
    }
    int brief = words.text().length() <= 600 ? 1 : 0;
    return (subject ? 2 : 0) + phrases + brief - person();
  }

  /// `Read: …`, `Recall: …`, and not `Read this, please`.
  private static boolean isNotice(String subject) {
    int colon = subject.indexOf(':');
    String before = (colon < 0 ? subject : subject.substring(0, colon)).strip();
    return NOTICE_SUBJECT.equal(before);
  }

  private int answer() {
    int subject = answerSubject();
    String head = words.head(OPENING);
    int end = ANSWER_OPENING.endOfFirstSentence(head);
    boolean whole = ANSWER_WHOLE.endOfFirstSentence(head) >= 0;
    if (subject == 0 && end < 0 && !whole) {
      return 0;
    }
    String rest = words.text().substring(Math.max(0, end));
    int sum = subject + (end >= 0 ? 2 : 0) + (whole ? 2 : 0);
    sum += ANSWER_TEXT.countIn(rest, MOST_PHRASES);
    sum += answersUs() ? 1 : 0;
    sum += words.text().length() <= BRIEF && end >= 0 ? 1 : 0;
    sum -= words.text().length() > LONG ? 1 : 0;
    sum -= words.text().indexOf("? ") >= 0 || words.text().endsWith("?") ? 1 : 0;
    sum -= 2 * ASKS.countIn(words.text(), 3);
    return sum - (greetsSomebody() ? 1 : 0);
  }

  private int answerSubject() {
    String subject = REPLY.matcher(words.subject()).replaceFirst("");
    boolean reply = !subject.equals(words.subject());
    if (SUBJECT_END.closes(subject)) {
      return 2;
    }
    if (ANSWER_SUBJECT.opens(subject) && isTitle(subject)) {
      return reply ? 2 : 4;
    }
    return MAYBE_SUBJECT.opens(subject) && isTitle(subject) && !reply ? 2 : 0;
  }

  /// `Automatic reply: …` and `Automatic reply`, not `Automatic replies are no help to me`.
  private static boolean isTitle(String subject) {
    return !subject.endsWith("?") && (subject.indexOf(':') > 0 || subject.length() <= 45);
  }

  private boolean subject(PhraseList phrases) {
    return phrases.opens(words.subject()) && !words.subject().endsWith("?");
  }

  private boolean answersUs() {
    return !letter.inReplyTo().isEmpty()
        || !letter.references().isEmpty()
        || REPLY.matcher(words.subject()).find();
  }

  private boolean isMachine() {
    return letter.from().filter(from -> isMachine(from)).isPresent();
  }

  private static boolean isMachine(NamedAddress from) {
    String name = from.name();
    return BOUNCE_SENDER.opens(PlainWords.plain(from.address().localPart()))
        || (name != null && BOUNCE_SENDER.opens(PlainWords.plain(name)));
  }

  /// What only a person does: to greet by name, to speak of oneself, to ask.
  private int person() {
    int own = PERSON.timesIn(APOLOGY.matcher(words.text()).replaceAll(""), MOST_PERSON);
    int speaks = own >= 5 ? 3 : own >= 3 ? 2 : own >= 2 ? 1 : 0;
    int asks = Math.min(2, ASKS.countIn(words.text(), 2));
    return speaks + asks + (greetsSomebody() ? 1 : 0);
  }

  private boolean greetsSomebody() {
    String greeting = words.greeting().replaceAll("[,:!.]+$", "");
    return !greeting.isEmpty() && !NEUTRAL.equal(greeting);
  }
}
