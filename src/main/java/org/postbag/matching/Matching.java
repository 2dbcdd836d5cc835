package org.postbag.matching;

import org.postbag.search.LetterPassage;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.postbag.catalog.Catalog;
import org.postbag.catalog.TopicId;
import org.postbag.classifier.embedding.Embedder;
import org.postbag.classifier.text.Passage;
import org.postbag.email.Letter;
import org.postbag.intake.ScreenedLetter;
import org.postbag.intake.Screening;
import org.postbag.matching.campaign.Campaign;
import org.postbag.matching.campaign.Campaigns;
import org.postbag.matching.training.SuspectLabels;
import org.postbag.matching.training.Trainer;

/// Tells what letters are about, by the topics in force, what was learned, and decided letters that
/// read alike: the door of this room. Safe for several threads; a letter is matched by one version
/// of the topics as a whole.
public final class Matching {
  private static final Logger LOG = LoggerFactory.getLogger(Matching.class);

  /// Letters that are learned from in well under a second.
  private static final int TRAINED_AT_ONCE = 100;

  private final AtomicReference<ActiveModel> current;
  private final SimilarLetters similarLetters;
  private final Campaigns campaigns;
  private final Embedder embedder;
  private final Object retraining = new Object();
  private volatile boolean hasMemory = true;

  /// For letters that are matched by themselves, by words alone.
  public Matching(Catalog catalog) {
    this(catalog, SimilarLetters.NONE, new Campaigns(), Embedder.OFF);
  }

  /// @param similarLetters finds the decided letters that read like another
  /// @param campaigns what each letter is compared with, and remembered in
  /// @param embedder what letters and topics mean, as far as that counts
  public Matching(Catalog catalog, SimilarLetters similarLetters, Campaigns campaigns, Embedder embedder) {
    this.similarLetters = similarLetters;
    this.campaigns = campaigns;
    this.embedder = embedder;
    current =
        new AtomicReference<>(new ActiveModel(catalog, List.of(), TopicMatcher.of(catalog, embedder)));
  }

  /// The newest decided letters that are learned from for the topics in force.
  public int maxExamples() {
    return current.get().maxExamples();
  }

  /// Puts topics in force, for every letter matched from now on. What was learned stays.
  public synchronized void activate(Catalog catalog) {
    List<Example> examples = current.get().examples();
    current.set(new ActiveModel(catalog, examples, matcher(catalog, examples)));
  }

  /// Puts topics in force at once, with what was learned about those that stay. Where that was
  /// much, it is learned anew for these topics by a thread of its own.
  ///
  /// @param onTrained what to do after that
  public void activate(Catalog catalog, Runnable onTrained) {
    synchronized (this) {
      ActiveModel before = current.get();
      if (before.examples().size() <= TRAINED_AT_ONCE) {
        activate(catalog);
        return;
      }
      current.set(before.carriedOver(catalog));
    }
    Thread.ofPlatform()
        .daemon()
        .name("learn topics")
        .start(() -> retrainWithinMemory(catalog, onTrained));
  }

  private void retrainWithinMemory(Catalog catalog, Runnable onTrained) {
    try {
      retrain(catalog, onTrained);
    } catch (OutOfMemoryError _) {
      hasMemory = false;
      LOG.error("Too little memory to learn for the topics that changed; what was learned stays");
    }
  }

  /// One at a time: several lessons at once, after as many saved files, would take the memory of
  /// several. Those that newer topics have overtaken are not learned at all.
  private void retrain(Catalog catalog, Runnable onTrained) {
    synchronized (retraining) {
      ActiveModel before = current.get();
      if (!before.catalog().equals(catalog)) {
        return;
      }
      TopicMatcher matcher = matcher(catalog, before.examples());
      synchronized (this) {
        ActiveModel now = current.get();
        if (!now.catalog().equals(catalog) || !now.examples().equals(before.examples())) {
          return; // newer topics or letters are being learned, or have been
        }
        current.set(new ActiveModel(catalog, before.examples(), matcher));
      }
      hasMemory = true;
    }
    onTrained.run();
  }

  /// Whether there was too little memory for what was to be learned last.
  public boolean lacksMemory() {
    return !hasMemory;
  }

  public void hasMemory(boolean enough) {
    hasMemory = enough;
  }

  /// The decided letters that go least with what is in force.
  public List<Long> suspectLabels(List<Example> examples) {
    return SuspectLabels.of(examples, current.get().examples(), current.get().matcher());
  }

  /// Learns from letters, and nothing else, for every letter matched from now on.
  public synchronized void train(List<Example> examples) {
    Catalog catalog = current.get().catalog();
    current.set(new ActiveModel(catalog, examples, matcher(catalog, examples)));
  }

  private TopicMatcher matcher(Catalog catalog, List<Example> examples) {
    return examples.isEmpty()
        ? TopicMatcher.of(catalog, embedder)
        : new Trainer(catalog, embedder).train(examples);
  }

  /// Learns, compares that with what is in force, and changes nothing yet.
  public Trainer.Outcome trainAndValidate(List<Example> examples) {
    ActiveModel now = current.get();
    return new Trainer(now.catalog(), embedder)
        .trainAndValidate(examples, now.examples(), now.matcher().weights());
  }

  /// Puts in force what was tried out. Topics that changed meanwhile are learned for once more.
  public synchronized void activate(Trainer.Outcome outcome, List<Example> examples) {
    Catalog catalog = current.get().catalog();
    TopicMatcher matcher =
        catalog.equals(outcome.catalog()) ? outcome.matcher() : matcher(catalog, examples);
    current.set(new ActiveModel(catalog, examples, matcher));
  }

  /// A screened letter with its topic and its campaign, as a step of the mail's way.
  public MatchedLetter matched(ScreenedLetter screened) {
    long number = screened.kept().id();
    Passage passage = LetterPassage.of(screened.letter());
    Match match = match(number, passage);
    Optional<Campaign> campaign =
        screened.screening() instanceof Screening.Outcome.SetAside
            ? Optional.empty()
            : campaigns.join(number, passage);
    return new MatchedLetter(screened, match.in(campaign));
  }

  /// The topic of a letter, with the reasons.
  public Match match(Letter letter) {
    return match(Example.UNNUMBERED, LetterPassage.of(letter));
  }

  /// @param number the letter's, which is no neighbour of its own
  Match match(long number, Passage passage) {
    ActiveModel now = current.get();
    KnownTextRule same = new KnownTextRule(similarLetters.withSameText(number, passage, campaigns), now.catalog());
    return same.override(now.matcher().match(passage, number, similarLetters, same.topic()));
  }

  /// What letters and topics mean, as far as that counts.
  public Embedder embedder() {
    return embedder;
  }

  /// The topics that hold all of some words, or words that begin so, in title, keywords or standard
  /// reply; the best first.
  public List<TopicId> topicsWith(String words) {
    return current.get().topics().find(words);
  }

  /// The topics whose title, keywords or standard reply read most like a letter, the likest first.
  public List<TopicId> topicsLike(Letter letter, int limit) {
    return current.get().topics().like(LetterPassage.of(letter), limit);
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
