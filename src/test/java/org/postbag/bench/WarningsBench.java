package org.postbag.bench;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.postbag.catalog.TopicId;
import org.postbag.demo.DemoFolder;
import org.postbag.demo.Expected;
import org.postbag.demo.SampleLetter;
import org.postbag.demo.SampleMailbox;
import org.postbag.ledger.State;
import org.postbag.people.place.Constituency;
import org.postbag.reply.Warning;
import org.postbag.reply.WarningKind;
import org.postbag.review.QueueItem;

/// What warnings cost an honest reader of the sample mailbox, and what they save one who only
/// presses `a`. Fails when a limit is passed.
///
/// Options: `show` also prints every letter with its warnings and likelihoods.
public final class WarningsBench {
  private static final int DRAFTS = 500;
  private static final List<WrongPair> KINDS = List.of(WrongPair.values());
  private static final int WRONG = 25;
  private static final double MOST_WARNED = 0.10;

  private final boolean show;
  private boolean kept = true;

  private WarningsBench(boolean show) {
    this.show = show;
  }

  public static void main(String[] options) {
    WarningsBench bench = new WarningsBench(Arrays.asList(options).contains("show"));
    bench.reader();
    bench.presser();
    System.exit(bench.kept ? 0 : 1);
  }

  /// For an office that does not say where its constituents live, and for that of the demo, whose
  /// standard replies say something to those from elsewhere and from nowhere.
  private void reader() {
    kept &= share("no constituency configured", Constituency.UNKNOWN) <= MOST_WARNED;
    kept &=
        share("the demo's constituency", new Constituency(DemoFolder.CONSTITUENCY)) <= MOST_WARNED;
  }

  private double share(String which, Constituency constituency) {
    List<QueueItem> right = right(constituency);
    long warned = right.stream().filter(item -> !besidesAnswered(item).isEmpty()).count();
    System.out.printf(
        Locale.ROOT,
        "%s: of %d right drafts of the sample mailbox %d carry a warning (%.1f %%); limit %s%n",
        which,
        right.size(),
        warned,
        100.0 * warned / right.size(),
        100 * MOST_WARNED + " %");
    print("  ", right);
    return (double) warned / right.size();
  }

  private List<QueueItem> right(Constituency constituency) {
    Map<String, Expected> expected = Expected.all();
    List<QueueItem> right = new ArrayList<>();
    try (SampleOffice office = new SampleOffice(constituency)) {
      for (SampleLetter letter : SampleMailbox.written()) {
        QueueItem item = office.receive(letter, SampleOffice.shipped());
        boolean isRight = isRight(item, Objects.requireNonNull(expected.get(letter.name())));
        show(letter.name() + (isRight ? " right" : ""), item);
        if (isRight) {
          right.add(item);
        }
      }
    }
    return right;
  }

  private static boolean isRight(QueueItem item, Expected expected) {
    return item.state() == State.WAITING
        && !expected.state().equals("setAside")
        && !expected.state().equals("needsPerson")
        && item.topic().filter(t -> expected.topics().contains(t.value())).isPresent();
  }

  private static Set<String> besidesAnswered(QueueItem item) {
    return item.warnings().stream()
        .map(Warning::word)
        .filter(word -> !word.equals(WarningKind.ANSWERED_BEFORE.word()))
        .collect(Collectors.toSet());
  }

  private void show(String name, QueueItem item) {
    if (show) {
      System.out.printf(
          Locale.ROOT,
          "%-50s %-11s %-22s %.3f %s %s%n",
          name,
          item.state().label(),
          item.topic().map(TopicId::value).orElse("-"),
          item.match().probability(),
          item.match().runnerUp().map(TopicId::value).orElse("-"),
          item.warnings().stream().map(Warning::word).toList());
    }
  }

  private static void print(String before, List<QueueItem> items) {
    Map<String, Integer> counts = new TreeMap<>();
    items.forEach(item -> besidesAnswered(item).forEach(w -> counts.merge(w, 1, Integer::sum)));
    counts.forEach((word, count) -> System.out.println(before + word + " " + count));
  }

  /// 475 drafts that are right, as far as the topics are, and 25 that must not leave unseen.
  private void presser() {
    try (SampleOffice office = new SampleOffice(Constituency.UNKNOWN)) {
      Map<WrongPair, List<QueueItem>> pairs = wrong(office);
      List<QueueItem> wrong = pairs.values().stream().flatMap(List::stream).toList();
      List<QueueItem> others = others(office);
      List<QueueItem> sent =
          Stream.concat(wrong.stream(), others.stream()).filter(office::pressA).toList();
      long warned = sent.stream().filter(item -> !item.warnings().isEmpty()).count();
      System.out.printf(
          Locale.ROOT,
          "of %d drafts with %d planted wrong pairs a presser of `a` sends %d that carry a warning;"
              + " limit 0%n",
          wrong.size() + others.size(),
          wrong.size(),
          warned);
      pairs.forEach((kind, items) ->
          System.out.printf(
              Locale.ROOT,
              "  %-14s %d: no reply %d, warned %d, sent %d%n",
              kind.name().toLowerCase(Locale.ROOT),
              items.size(),
              items.stream().filter(item -> item.reply().isEmpty()).count(),
              items.stream().filter(i -> i.reply().isPresent() && !i.warnings().isEmpty()).count(),
              items.stream().filter(sent::contains).count()));
      kept &= warned == 0 && wrong.size() == WRONG && others.size() == DRAFTS - WRONG;
      steps(others);
    }
  }

  private void steps(List<QueueItem> others) {
    int steps = others.stream().mapToInt(item -> besidesAnswered(item).size()).sum();
    System.out.printf(
        Locale.ROOT,
        "an honest reader of the %d others needs %d more steps (%.1f %%); limit %.0f %%%n",
        others.size(),
        steps,
        100.0 * steps / others.size(),
        100 * MOST_WARNED);
    print("  ", others);
    kept &= steps <= MOST_WARNED * others.size();
  }

  /// Five letters of each kind, on one topic after the other.
  private Map<WrongPair, List<QueueItem>> wrong(SampleOffice office) {
    List<SampleLetter> letters =
        SampleMailbox.letters(SampleMailbox.written().size()).stream()
            .filter(letter -> topic(letter).isPresent() && isPlain(letter))
            .toList();
    Map<WrongPair, List<QueueItem>> wrong = new EnumMap<>(WrongPair.class);
    for (int i = 0; i < WRONG; i++) {
      WrongPair kind = KINDS.get(i % KINDS.size());
      SampleLetter letter = kind.of(letters.get(i));
      QueueItem item = office.receive(letter, kind.topics(topic(letter).orElseThrow()));
      wrong.computeIfAbsent(kind, _ -> new ArrayList<>()).add(item);
      show(kind + ": " + letter.name(), item);
    }
    return wrong;
  }

  /// Whether text can be put into it as it stands.
  private static boolean isPlain(SampleLetter letter) {
    String bytes = new String(letter.bytes(), StandardCharsets.ISO_8859_1);
    return bytes.contains("text/plain") && !bytes.contains("multipart/");
  }

  private static Optional<TopicId> topic(SampleLetter letter) {
    return SampleOffice.shipped().topics().keySet().stream()
        .filter(id -> id.value().equals(letter.group()))
        .findFirst();
  }

  private List<QueueItem> others(SampleOffice office) {
    List<QueueItem> others = new ArrayList<>();
    List<SampleLetter> letters = SampleMailbox.letters(3 * DRAFTS);
    for (SampleLetter letter : letters.subList(SampleMailbox.written().size(), letters.size())) {
      if (others.size() < DRAFTS - WRONG) {
        QueueItem item = office.receive(letter, SampleOffice.shipped());
        if (item.state() == State.WAITING) {
          others.add(item);
        }
      }
    }
    return others;
  }
}
