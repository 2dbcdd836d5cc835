package org.postbag.past.made;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Random;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.postbag.past.made.LetterTexts.Text;
import org.postbag.past.made.MadeLetter.Kind;

/// Makes the mailbox of an invented office from a seed: two years of letters and answers, with the
/// truth about each of them.
public final class MadeOffice {
  public static final String ADDRESS = "office@holt.example.org";
  public static final Instant FIRST = Instant.parse("2024-11-01T08:00:00Z");
  public static final Duration SPAN = Duration.ofDays(730);

  private static final String OFFICE = ReplyTexts.MEMBER + " <" + ADDRESS + ">";
  private static final double THREADED = 0.7;

  private final List<Matter> matters = Matter.all();
  private final List<MadeLetter> mailbox = new ArrayList<>();
  private final List<Writer> writers = new ArrayList<>();
  private final Set<Long> seconds = new HashSet<>();
  private final Words words;
  private final LetterTexts letters;
  private final ReplyTexts replies;
  private final Outgoing outgoing;
  private int numbers;

  private MadeOffice(long seed) {
    this.words = new Words(new Random(seed));
    this.letters = new LetterTexts(words);
    this.replies = new ReplyTexts(words);
    this.outgoing = new Outgoing(words, replies);
  }

  /// The mailbox of issue 21: 6,000 received letters, 2,000 of them answered by hand.
  public static List<MadeLetter> mailbox(long seed) {
    return mailbox(seed, 6_000);
  }

  /// A mailbox with so many received letters, and the letters sent, the oldest first.
  public static List<MadeLetter> mailbox(long seed, int received) {
    MadeOffice office = new MadeOffice(seed);
    for (int i = 0; i < received; i++) {
      office.receive(i * 6_000 / received);
    }
    office.mailbox.sort(Comparator.comparing(MadeLetter::at).thenComparingInt(MadeLetter::number));
    return List.copyOf(office.mailbox);
  }

  /// One of 6,000 letters: the limits say how many there are of each kind.
  private void receive(int place) {
    if (place < 2_900) {
      onAMatter(true, false);
    } else if (place < 3_000) {
      onAMatter(false, false);
    } else if (place < 3_300) {
      onAMatter(true, true);
    } else if (place < 4_750) {
      answerByHand(incoming(Kind.OWN_QUESTION, writer(), null));
    } else if (place < 4_900) {
      answerByHand(incoming(Kind.FOREIGN, writer(), null));
    } else if (place < 5_150) {
      var _ = incoming(Kind.OWN_QUESTION, writer(), null);
    } else if (place < 5_450) {
      var _ = incoming(Kind.SPAM, stranger(), null);
    } else if (place < 5_650) {
      var _ = incoming(Kind.COLLEAGUE, colleague(), null);
    } else if (place < 5_800) {
      outgoing.ownLetter(colleague(), unused(time())).ifPresent(this::add);
      var _ = incoming(Kind.PASSED_ON, colleague(), null);
    } else {
      Incoming thanks = incoming(Kind.THANKS, writer(), null);
      if (place % 2 == 0) {
        answerByHand(thanks);
      }
    }
  }

  /// The first matters are far more common than the last ones.
  private void onAMatter(boolean answered, boolean byHand) {
    double share = words.chance().nextDouble();
    Matter matter = matters.get((int) (matters.size() * share * share));
    Incoming letter = incoming(Kind.ON_A_MATTER, writer(), matter);
    if (byHand) {
      answerByHand(letter);
    } else if (answered) {
      Instant at = unused(answerTime(letter));
      int wording = wording(matter, at);
      add(outgoing.standard(letter, matter, wording, at, isThreaded(letter)));
      forwardSome(letter);
    }
  }

  private void answerByHand(Incoming letter) {
    add(outgoing.byHand(letter, unused(answerTime(letter)), isThreaded(letter)));
    forwardSome(letter);
  }

  private void forwardSome(Incoming letter) {
    if (words.in(0.03)) {
      add(outgoing.forward(letter, colleague(), unused(answerTime(letter))));
    }
  }

  private boolean isThreaded(Incoming letter) {
    return letter.messageId().isPresent() && words.in(THREADED);
  }

  /// The changes of a reply's wording are spread over the two years.
  private static int wording(Matter matter, Instant at) {
    double passed = (double) Duration.between(FIRST, at).toSeconds() / SPAN.toSeconds();
    return Math.clamp((int) (passed * matter.wordings()), 0, matter.wordings() - 1);
  }

  private Incoming incoming(Kind kind, Writer writer, @Nullable Matter matter) {
    Instant at = unused(time());
    boolean campaign = matter != null && !matter.campaign().isEmpty() && words.in(0.6);
    Text text = text(kind, writer, matter, campaign, at);
    int number = numbers++;
    Optional<String> id =
        words.in(0.02)
            ? Optional.empty()
            : Optional.of("<in%d@post.example.net>".formatted(number));
    String subject = words.in(0.01) ? "" : text.subject();
    Incoming letter = new Incoming(number, kind, at, writer, subject, text.body(), id, matter);
    add(
        new MadeLetter(
            number,
            org.postbag.past.Direction.RECEIVED,
            words.in(0.5) ? "INBOX" : "Archive",
            at,
            kind,
            Optional.ofNullable(matter).map(Matter::name),
            -1,
            writer.register(),
            OptionalInt.empty(),
            false,
            campaign,
            false,
            false,
            rfc822(letter)));
    return letter;
  }

  private Text text(
      Kind kind, Writer writer, @Nullable Matter matter, boolean campaign, Instant at) {
    if (matter != null) {
      return campaign ? letters.campaign(matter, writer, at) : letters.on(matter, writer, at);
    }
    return switch (kind) {
      case FOREIGN -> letters.foreign(writer, at);
      case SPAM -> letters.of("spam", at);
      case COLLEAGUE -> letters.of("colleague", at);
      case PASSED_ON -> passedOn(at);
      case THANKS ->
          new Text(
              "Re: " + words.one(words.one(matters).subjects()),
              words.one("thanks", at) + "\n\n" + writer.name());
      case OWN_QUESTION, ON_A_MATTER, STANDARD_REPLY, BY_HAND, FORWARD, OWN_LETTER ->
          letters.ownQuestion(writer, at);
    };
  }

  private Text passedOn(Instant at) {
    Writer other = writer();
    Text inner = letters.on(words.one(matters), other, at);
    Text around = letters.of("forward", at);
    return new Text(
        around.subject().replace("{subject}", inner.subject()),
        around.body()
            + "\n\n---------- Forwarded message ----------\nFrom: "
            + other.mailbox()
            + "\nSubject: "
            + inner.subject()
            + "\n\n"
            + inner.body());
  }

  /// Some come through the web form of the office's page: then its address is in From.
  private String rfc822(Incoming letter) {
    boolean form = letter.kind() == Kind.ON_A_MATTER && words.in(0.03);
    MadeMime mime = new MadeMime();
    mime.field("From", form ? "Contact form <form@holt.example.org>" : letter.writer().mailbox());
    mime.field("Reply-To", form ? letter.writer().mailbox() : "");
    mime.field("To", OFFICE).field("Subject", letter.subject());
    mime.field("Message-ID", letter.messageId().orElse(""));
    if (!words.in(0.01)) {
      mime.date(letter.at());
    }
    return Outgoing.body(mime, letter.text(), letter.number(), words);
  }

  private void add(MadeLetter letter) {
    mailbox.add(letter.number() >= 0 ? letter : Outgoing.numbered(letter, numbers++));
  }

  private Instant time() {
    return FIRST.plusSeconds((long) (words.chance().nextDouble() * SPAN.toSeconds()));
  }

  private Instant answerTime(Incoming letter) {
    double days = 0.2 + Math.abs(words.chance().nextGaussian()) * 8;
    return letter.at().plusSeconds((long) (days * 86_400));
  }

  /// The first second from then on in which nothing was written yet.
  private Instant unused(Instant wanted) {
    long second = wanted.getEpochSecond();
    while (!seconds.add(second)) {
      second++;
    }
    return Instant.ofEpochSecond(second);
  }

  /// One letter in seven is from somebody who has written before.
  private Writer writer() {
    if (!writers.isEmpty() && words.in(0.15)) {
      return words.one(writers);
    }
    Writer writer = Writer.next(words, writers.size());
    writers.add(writer);
    return writer;
  }

  private Writer stranger() {
    return Writer.next(words, 100_000 + words.chance().nextInt(1_000));
  }

  private Writer colleague() {
    Writer one = Writer.next(words, 0);
    return new Writer(
        one.first(),
        one.last(),
        one.first().toLowerCase(java.util.Locale.ENGLISH) + "@parliament.example.org",
        "",
        "plain");
  }
}
