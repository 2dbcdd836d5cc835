package org.postbag.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.postbag.email.Address;
import org.postbag.email.Letter;
import org.postbag.email.LetterReader;
import org.postbag.email.NamedAddress;
import org.postbag.email.ReplyThread;
import org.postbag.email.text.Fold;

/// The letters in `src/test/resources/letters`: each `NN-what.eml` with its `NN-what.expect` beside
/// it, a line `key: value` for each expectation. `key~:` means *contains*, `key!~:` *does not
/// contain*, `\n` a line end, `none` nothing.
class LettersTest {
  private static final Path FOLDER = Path.of("src/test/resources/letters");
  private static final Set<Address> OWN = Set.of(new Address("office", "example.com"));

  static List<Path> letters() throws IOException {
    try (Stream<Path> files = Files.list(FOLDER)) {
      return files.filter(f -> f.toString().endsWith(".eml")).sorted().toList();
    }
  }

  @ParameterizedTest
  @MethodSource("letters")
  void aLetterIsReadAndScreenedAsExpected(Path file) throws IOException {
    byte[] bytes = Files.readAllBytes(file);
    Letter letter = new LetterReader().read(bytes);
    Path expectations = Path.of(file.toString().replace(".eml", ".expect"));
    for (String line : Files.readAllLines(expectations)) {
      check(line, letter, bytes);
    }
    everyAttachmentIsExpected(letter, Files.readString(expectations));
  }

  private static void check(String line, Letter letter, byte[] bytes) {
    int colon = line.indexOf(':');
    String key = line.substring(0, colon);
    String expected = line.substring(colon + 1).strip().replace("\\n", "\n");
    String name = key.replaceAll("[!~]", "");
    List<String> found = values(name, letter, bytes);
    String all = String.join(" ", found);
    if (key.endsWith("!~")) {
      assertThat(all).as(line).doesNotContain(expected);
    } else if (key.endsWith("~")) {
      assertThat(all).as(line).contains(expected);
    } else if (name.equals("attachment") || name.equals("part")) {
      assertThat(found).as(line).contains(expected);
    } else {
      assertThat(all).as(line).isEqualTo(expected.equals("none") ? "" : expected);
    }
  }

  private static List<String> values(String name, Letter letter, byte[] bytes) {
    ReplyThread thread = ReplyThread.of(letter);
    return switch (name) {
      case "from" -> addresses(letter.from().stream().toList());
      case "fromName" -> texts(letter.from().map(NamedAddress::name));
      case "replyTo" -> addresses(letter.replyTo());
      case "to" -> addresses(letter.to());
      case "date" -> texts(letter.date());
      case "messageId" -> texts(letter.messageId());
      case "subject" -> List.of(letter.subject());
      case "baseSubject" -> List.of(letter.baseSubject());
      case "text" -> List.of(letter.text());
      case "visible" -> List.of(letter.visibleText());
      case "folded" -> letter.folded().stream().map(fold -> folded(letter, fold)).toList();
      case "safeHtml" -> List.of(letter.safeHtml());
      case "language" -> List.of(letter.language());
      case "attachment" -> letter.attachments().stream().map(Letter.Attachment::name).toList();
      case "part" -> letter.parts();
      case "problem" -> letter.problems();
      case "replySubject" -> List.of(thread.subject());
      case "inReplyTo" -> texts(thread.inReplyTo());
      case "references" -> thread.references().stream().map(Object::toString).toList();
      case "recipient" -> addresses(org.postbag.email.Recipient.of(letter, OWN).stream().toList());
      case "recipientName" ->
          texts(
              org.postbag.email.Recipient.of(letter, OWN)
                  .flatMap(to -> Optional.ofNullable(to.name())));
      case "screening" -> List.of(screening(letter));
      case "report" -> DeliveryReport.in(bytes).map(LettersTest::report).orElse(List.of());
      default -> throw new IllegalArgumentException("no such expectation: " + name);
    };
  }

  private static String folded(Letter letter, Fold fold) {
    return fold.why().word() + ": " + letter.text().substring(fold.start(), fold.end());
  }

  private static String screening(Letter letter) {
    return switch (new Screening().screen(letter, OWN)) {
      case Screening.Outcome.Personal _ -> "personal";
      case Screening.Outcome.Held held -> "held " + held.reason().word();
      case Screening.Outcome.SetAside aside -> "aside " + aside.reason().word();
    };
  }

  private static List<String> report(DeliveryReport report) {
    return Stream.concat(
            report.about().stream().map(Object::toString),
            report.recipients().stream()
                .flatMap(
                    r -> Stream.of(r.address().toString(), r.action(), r.status(), r.diagnostic())))
        .toList();
  }

  private static void everyAttachmentIsExpected(Letter letter, String expectations) {
    long expected = expectations.lines().filter(l -> l.startsWith("attachment:")).count();
    if (expected > 0) {
      assertThat(letter.attachments()).hasSize((int) expected);
    }
  }

  private static List<String> addresses(Collection<NamedAddress> addresses) {
    return addresses.stream().map(a -> a.address().toString()).collect(Collectors.toList());
  }

  private static List<String> texts(Optional<?> value) {
    return value.stream().map(Object::toString).toList();
  }
}
