package org.postbag.matching;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import org.postbag.catalog.Catalog;
import org.postbag.catalog.TopicId;
import org.postbag.email.Letter;
import org.postbag.intake.ScreenedLetter;
import org.postbag.intake.Screening;
import org.postbag.matching.campaign.Campaign;
import org.postbag.matching.campaign.Campaigns;
import org.postbag.matching.meaning.Meaning;
import org.postbag.matching.words.Passage;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Tells what letters are about, by the topics in force, what was learned, and decided letters that
/// read alike: the door of this room. Safe for several threads; a letter is matched by one version
/// of the topics as a whole.
public final class Matching {
  private static final Logger LOG = LoggerFactory.getLogger(Matching.class);

  /// Letters that are learned from in well under a second.
  private static final int QUICKLY_LEARNED = 100;

  private final AtomicReference<InForce> current;
  private final Neighbours neighbours;
  private final Campaigns campaigns;
  private final Meaning meaning;
  private final Object relearning = new Object();
  private volatile boolean hasMemory = true;

  /// For letters that are matched by themselves, by words alone.
  public Matching(Catalog catalog) {
    this(catalog, Neighbours.NONE, new Campaigns(), Meaning.OFF);
  }

  /// @param neighbours finds the decided letters that read like another
  /// @param campaigns what each letter is compared with, and remembered in
  /// @param meaning what letters and topics mean, as far as that counts
  public Matching(Catalog catalog, Neighbours neighbours, Campaigns campaigns, Meaning meaning) {
    this.neighbours = neighbours;
    this.campaigns = campaigns;
    this.meaning = meaning;
    current =
        new AtomicReference<>(new InForce(catalog, List.of(), TopicMatcher.of(catalog, meaning)));
  }

  /// The newest decided letters that are learned from for the topics in force.
  int mostExamples() {
    return current.get().mostExamples();
  }

  /// Puts topics in force, for every letter matched from now on. What was learned stays.
  public synchronized void use(Catalog catalog) {
    List<Example> examples = current.get().examples();
    current.set(new InForce(catalog, examples, matcher(catalog, examples)));
  }

  /// Puts topics in force at once, with what was learned about those that stay. Where that was
  /// much, it is learned anew for these topics by a thread of its own.
  ///
  /// @param relearned what to do after that
  public void use(Catalog catalog, Runnable relearned) {
    synchronized (this) {
      InForce before = current.get();
      if (before.examples().size() <= QUICKLY_LEARNED) {
        use(catalog);
        return;
      }
      current.set(before.carriedOver(catalog));
    }
    Thread.ofPlatform()
        .daemon()
        .name("learn topics")
        .start(() -> relearnInMemory(catalog, relearned));
  }

  private void relearnInMemory(Catalog catalog, Runnable relearned) {
    try {
      relearn(catalog, relearned);
    } catch (OutOfMemoryError _) {
      hasMemory = false;
      LOG.error("Too little memory to learn for the topics that changed; what was learned stays");
    }
  }

  /// One at a time: several lessons at once, after as many saved files, would take the memory of
  /// several. Those that newer topics have overtaken are not learned at all.
  private void relearn(Catalog catalog, Runnable relearned) {
    synchronized (relearning) {
      InForce before = current.get();
      if (!before.catalog().equals(catalog)) {
        return;
      }
      TopicMatcher matcher = matcher(catalog, before.examples());
      synchronized (this) {
        InForce now = current.get();
        if (!now.catalog().equals(catalog) || !now.examples().equals(before.examples())) {
          return; // newer topics or letters are being learned, or have been
        }
        current.set(new InForce(catalog, before.examples(), matcher));
      }
      hasMemory = true;
    }
    relearned.run();
  }

  /// Whether there was too little memory for what was to be learned last.
  public boolean lacksMemory() {
    return !hasMemory;
  }

  void hasMemory(boolean enough) {
    hasMemory = enough;
  }

  /// The decided letters that go least with what is in force.
  List<Long> contradictions(List<Example> examples) {
    return Contradictions.of(examples, current.get().examples(), current.get().matcher());
  }

  /// Learns from letters, and nothing else, for every letter matched from now on.
  synchronized void learn(List<Example> examples) {
    Catalog catalog = current.get().catalog();
    current.set(new InForce(catalog, examples, matcher(catalog, examples)));
  }

  private TopicMatcher matcher(Catalog catalog, List<Example> examples) {
    return examples.isEmpty()
        ? TopicMatcher.of(catalog, meaning)
        : new Lesson(catalog, meaning).learn(examples);
  }

  /// Learns, compares that with what is in force, and changes nothing yet.
  Lesson.Outcome trainAndValidate(List<Example> examples) {
    InForce now = current.get();
    return new Lesson(now.catalog(), meaning)
        .trainAndValidate(examples, now.examples(), now.matcher().weights());
  }

  /// Puts in force what was tried out. Topics that changed meanwhile are learned for once more.
  synchronized void use(Lesson.Outcome outcome, List<Example> examples) {
    Catalog catalog = current.get().catalog();
    TopicMatcher matcher =
        catalog.equals(outcome.catalog()) ? outcome.matcher() : matcher(catalog, examples);
    current.set(new InForce(catalog, examples, matcher));
  }

  /// A screened letter with its topic and its campaign, as a step of the mail's way.
  public MatchedLetter matched(ScreenedLetter screened) {
    long number = screened.kept().id();
    Passage passage = Passage.of(screened.letter());
    Match match = match(number, passage);
    Optional<Campaign> campaign =
        screened.screening() instanceof Screening.Outcome.SetAside
            ? Optional.empty()
            : campaigns.join(number, passage);
    return new MatchedLetter(screened, match.in(campaign));
  }

  /// The topic of a letter, with the reasons.
  public Match match(Letter letter) {
    return match(Example.UNNUMBERED, Passage.of(letter));
  }

  /// @param number the letter's, which is no neighbour of its own
  Match match(long number, Passage passage) {
    InForce now = current.get();
    SameText same = new SameText(neighbours.same(number, passage, campaigns), now.catalog());
    return same.override(now.matcher().match(passage, number, neighbours, same.topic()));
  }

  /// What letters and topics mean, as far as that counts.
  public Meaning meaning() {
    return meaning;
  }

  /// The topics that hold all of some words, or words that begin so, in title, keywords or standard
  /// reply; the best first.
  public List<TopicId> topicsWith(String words) {
    return current.get().topics().find(words);
  }

  /// The topics whose title, keywords or standard reply read most like a letter, the likest first.
  public List<TopicId> topicsLike(Letter letter, int limit) {
    return current.get().topics().like(Passage.of(letter), limit);
  }

  /// What other topics would change, with what was learned. Puts nothing in force.
  ///
  /// @param onNoTopic the letters of which a person said that no topic fits, by their numbers
  public Backtest backtest(Catalog then, Set<Long> onNoTopic) {
    return new Backtest(new Comparison(current.get(), then), onNoTopic);
  }

  /// The matcher in force: it stays the same whatever is put in force later.
  public TopicMatcher matcher() {
    return current.get().matcher();
  }
}
