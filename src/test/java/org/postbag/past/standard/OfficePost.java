package org.postbag.past.standard;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import org.postbag.email.Address;
import org.postbag.email.NamedAddress;
import org.postbag.intake.Screening;
import org.postbag.past.Direction;
import org.postbag.past.PastLetter;

/// A small office's post, made up: letters on a few matters, and what was answered. The numbers of
/// letters and replies are in the order of time.
public final class OfficePost {
  private static final NamedAddress OFFICE =
      new NamedAddress("Jo Park MP", Address.parse("jo.park@office.example").orElseThrow());
  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.ENGLISH);
  private static final String[] GIVEN = {
    "Ann", "Tom", "Priya", "Owen", "Zofia", "Femi", "Grace", "Iain", "Rhian", "Sam"
  };
  private static final String[] NAMES = {
    "Lee", "Okafor", "Patel", "Price", "Nowak", "Adeyemi", "Hill", "Murray", "Evans", "Khan", "Boyd"
  };
  private static final String SIGNATURE =
      "\n\nYours sincerely,\n\nJo Park MP\nMember for Upper Marsh";

  /// A matter, and what the office says of it.
  ///
  /// @param letters what writers say, a sentence each
  /// @param reply the sentences of the reply; `NAME`, `DATE` and `SUBJECT` are filled in
  /// @param option a paragraph that each third reply has
  /// @param later the last paragraph from the middle of the time on
  public record Matter(
      String name,
      String subject,
      List<String> letters,
      List<String> reply,
      String option,
      String later) {}

  public static final List<Matter> MATTERS =
      List.of(
          new Matter(
              "ferry",
              "The ferry to Marsh Island",
              List.of(
                  "The ferry to the island was cancelled again on Monday.",
                  "Without the boat my children cannot get to school on the mainland.",
                  "The harbour says that the new ferry has no crew.",
                  "Islanders cannot work when the boat does not sail."),
              List.of(
                  "Thank you for your letter about SUBJECT.",
                  "The council runs the boat under a contract that ends next spring.",
                  "I have asked the harbour master to publish each cancelled sailing with its"
                      + " reason.",
                  "I shall raise the crew's hours with the operator when we meet in the autumn."),
              "If a cancelled sailing has cost you money, the operator's passenger charter explains"
                  + " how to claim.",
              "Since March the operator has had a second crew in reserve at the harbour."),
          new Matter(
              "library",
              "Closing of the village library",
              List.of(
                  "Please keep the village library open.",
                  "My son borrows his books there every week.",
                  "The library is the only warm place for pensioners in winter.",
                  "Volunteers would run the reading room if the county let them."),
              List.of(
                  "I am grateful to you, NAME, for telling me what the library means to you.",
                  "The county has to save a tenth of what it spends on its reading rooms.",
                  "I do not think that closing the doors in the villages first is the fair way to"
                      + " do that.",
                  "I have written to the county librarian and sent your views with my letter."),
              "The county's consultation is open until the end of the month, and every answer"
                  + " counts.",
              "The county has now agreed to let volunteers run the desk on two days a week."),
          new Matter(
              "puppies",
              "Puppy farms",
              List.of(
                  "Puppy farms should be banned.",
                  "We bought a dog that was taken from its mother too early.",
                  "Breeders must be licensed and inspected.",
                  "The animals are kept in cages without daylight."),
              List.of(
                  "As of DATE the government has not set a day for the new rules on breeders.",
                  "I want every breeder of dogs to hold a licence and to be inspected without"
                      + " notice.",
                  "A buyer should always be able to see the mother with her young.",
                  "I have signed the motion that asks for a debate on this before the summer."),
              "If you know of a breeder who breaks the law, the council's animal officer takes"
                  + " reports.",
              "The Bill that I spoke for was read a second time in May."),
          new Matter(
              "gritting",
              "Gritting of Hill Lane",
              List.of(
                  "Hill Lane was a sheet of ice last week.",
                  "The gritting lorry never comes up to our street.",
                  "Two neighbours fell on the icy pavement.",
                  "Could the council put a grit bin at the corner?"),
              List.of(
                  "I know how dangerous our hills are when the pavements freeze.",
                  "The highways team grits the main roads first and has nine lorries for the whole"
                      + " district.",
                  "It keeps a list of steep streets, and I have asked for yours to be added to it.",
                  "A bin for grit costs little, and the parish may ask for one at any time."),
              "Until then the yard gives out free bags of salt to residents who bring a letter.",
              "From this winter the district has two small lorries for the steep lanes."));

  private final Random random;
  private final List<PastReply> sent = new ArrayList<>();
  private final List<PastLetter> received = new ArrayList<>();
  private final List<String> truth = new ArrayList<>();
  private long number;

  public OfficePost(long seed) {
    this.random = new Random(seed);
  }

  /// That many letters on each matter, and some that were answered by hand.
  public OfficePost of(int each, int byHand) {
    Instant at = Instant.parse("2025-01-06T09:00:00Z");
    int all = each * MATTERS.size() + byHand;
    for (int i = 0; i < all; i++) {
      at = at.plus(Duration.ofHours(5 + random.nextInt(9)));
      if (i % (all / Math.max(1, byHand) + 1) == 3 || (byHand > 0 && i >= all)) {
        byHand(at);
      } else {
        onMatter(MATTERS.get(i % MATTERS.size()), at, i >= all / 2, i % 3 == 0);
      }
    }
    return this;
  }

  public List<PastReply> sent() {
    return sent;
  }

  public List<PastLetter> received() {
    return received;
  }

  /// The matter of each reply; `hand` where it was written by hand.
  public List<String> truth() {
    return truth;
  }

  private void onMatter(Matter matter, Instant at, boolean later, boolean option) {
    NamedAddress writer = writer();
    String subject = random.nextInt(4) > 0 ? matter.subject() : "About " + pick(matter.letters());
    PastLetter letter =
        letter(Direction.RECEIVED, writer, OFFICE, at, subject, text(matter.letters(), writer));
    Instant when = at.plus(Duration.ofHours(20));
    List<String> body = new ArrayList<>(matter.reply());
    if (option) {
      body.add(3, matter.option());
    }
    if (later) {
      body.set(body.size() - 1, matter.later());
    }
    String text =
        String.join("\n\n", body)
            .replace("NAME", String.valueOf(writer.name()))
            .replace("DATE", DAY.format(when.atZone(ZoneOffset.UTC)))
            .replace("SUBJECT", letter.baseSubject());
    answer(letter, writer, when, "Dear " + title(writer) + ",\n\n" + text + SIGNATURE);
    truth.add(matter.name());
  }

  private void byHand(Instant at) {
    NamedAddress writer = writer();
    Matter one = MATTERS.get(random.nextInt(MATTERS.size()));
    PastLetter letter =
        letter(Direction.RECEIVED, writer, OFFICE, at, "A question", text(one.letters(), writer));
    String own =
        "It was good to talk to you at surgery number %d. My caseworker %s will ring you about flat %d and the %s."
            .formatted(
                random.nextInt(900),
                pick(List.of(GIVEN)),
                random.nextInt(500),
                pick(List.of("boiler", "damp wall", "broken lift", "rent arrears", "visa form")));
    answer(letter, writer, at, "Dear " + title(writer) + ",\n\n" + own + SIGNATURE);
    truth.add("hand");
  }

  private void answer(PastLetter letter, NamedAddress to, Instant at, String text) {
    received.add(letter);
    PastLetter reply = letter(Direction.SENT, OFFICE, to, at, "Re: " + letter.subject(), text);
    sent.add(new PastReply(reply, Optional.of(letter)));
  }

  private String text(List<String> sentences, NamedAddress writer) {
    List<String> some = new ArrayList<>(sentences);
    some.remove(random.nextInt(some.size()));
    java.util.Collections.shuffle(some, random);
    return "Dear Jo Park,\n\n" + String.join(" ", some) + "\n\nYours,\n" + writer.name();
  }

  private NamedAddress writer() {
    String name = pick(List.of(GIVEN)) + " " + pick(List.of(NAMES));
    String address =
        name.toLowerCase(Locale.ROOT).replace(' ', '.') + random.nextInt(999) + "@mail.example";
    return new NamedAddress(name, Address.parse(address).orElseThrow());
  }

  private static String title(NamedAddress writer) {
    String name = String.valueOf(writer.name());
    return "Ms " + name.substring(name.indexOf(' ') + 1);
  }

  private String pick(List<String> some) {
    return some.get(random.nextInt(some.size()));
  }

  /// A past letter in English.
  public PastLetter letter(
      Direction direction,
      NamedAddress from,
      NamedAddress to,
      Instant at,
      String subject,
      String text) {
    return new PastLetter(
        ++number,
        "office",
        direction == Direction.SENT ? "Sent" : "INBOX",
        direction,
        Optional.empty(),
        List.of(),
        List.of(),
        Optional.of(from),
        List.of(),
        List.of(to),
        List.of(),
        at,
        subject,
        subject.replaceFirst("^Re: ", ""),
        "en",
        new Screening.Outcome.Personal(),
        text,
        text,
        List.of());
  }
}
