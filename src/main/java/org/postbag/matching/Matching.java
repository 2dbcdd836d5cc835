package org.postbag.matching;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import org.postbag.catalog.Catalog;
import org.postbag.catalog.DraftRule;
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
import org.postbag.search.LetterPassage;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The room's door: matches letters by the topics in force, the current model and decided letters
/// with the same text. Safe for several threads; each letter is matched by one version of topics
/// and model as a whole.
public final class Matching {
  private static final Logger LOG = LoggerFactory.getLogger(Matching.class);

  /// Up to this many examples, training takes well under a second.
  private static final int TRAINED_AT_ONCE = 100;

  private final AtomicReference<ActiveModel> current;
  private final SimilarLetters similarLetters;
  private final Campaigns campaigns;
  private final Embedder embedder;
  private final Object retraining = new Object();
  private volatile boolean hasMemory = true;

  private final DraftRule draftRule;

  /// Matches letters independently of each other, by words alone.
  public Matching(Catalog catalog) {
    this(catalog, SimilarLetters.NONE, new Campaigns(), Embedder.OFF);
  }

  /// With the draft rule of an office that sets none.
  public Matching(
      Catalog catalog, SimilarLetters similarLetters, Campaigns campaigns, Embedder embedder) {
    this(catalog, similarLetters, campaigns, embedder, DraftRule.DEFAULT);
  }

  /// @param similarLetters finds decided letters with the same text
  /// @param campaigns what each letter is compared with, and remembered in
  /// @param embedder computes embeddings of letters and topics, if the settings ask for them
  /// @param draftRule of the topics whose files set none
  public Matching(
      Catalog catalog,
      SimilarLetters similarLetters,
      Campaigns campaigns,
      Embedder embedder,
      DraftRule draftRule) {
    this.similarLetters = similarLetters;
    this.draftRule = draftRule;
    this.campaigns = campaigns;
    this.embedder = embedder;
    current =
        new AtomicReference<>(
            new ActiveModel(
                catalog.withDefault(draftRule),
                List.of(),
                TopicMatcher.of(catalog.withDefault(draftRule), embedder)));
  }

  /// How many decided letters, the newest ones, may be used for training.
  public int maxExamples() {
    return current.get().maxExamples();
  }

  /// Activates a catalog for every letter matched from now on, and trains on the current examples.
  public synchronized void activate(Catalog read) {
    Catalog catalog = read.withDefault(draftRule);
    List<Example> examples = current.get().examples();
    current.set(new ActiveModel(catalog, examples, matcher(catalog, examples)));
  }

  /// Activates a catalog at once, with what was learned about the topics that remain. If there are
  /// many examples, a model is trained for it on a thread of its own and activated later.
  ///
  /// @param onTrained called after that
  public void activate(Catalog read, Runnable onTrained) {
    Catalog catalog = read.withDefault(draftRule);
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

  /// One at a time: parallel trainings, after several saved files, would need the memory of
  /// several. If a newer catalog has been activated meanwhile, nothing is trained.
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

  /// Whether the last training failed for lack of memory.
  public boolean lacksMemory() {
    return !hasMemory;
  }

  public void hasMemory(boolean enough) {
    hasMemory = enough;
  }

  /// The decided letters that contradict the current model most.
  public List<Long> suspectLabels(List<Example> examples) {
    return SuspectLabels.of(examples, current.get().examples(), current.get().matcher());
  }

  /// Trains on these examples alone and activates the model.
  public synchronized void train(List<Example> examples) {
    Catalog catalog = current.get().catalog();
    current.set(new ActiveModel(catalog, examples, matcher(catalog, examples)));
  }

  private TopicMatcher matcher(Catalog catalog, List<Example> examples) {
    return examples.isEmpty()
        ? TopicMatcher.of(catalog, embedder)
        : new Trainer(catalog, embedder).train(examples);
  }

  /// Trains a model and compares it with the current one, without activating it.
  public Trainer.Outcome trainAndValidate(List<Example> examples) {
    ActiveModel now = current.get();
    return new Trainer(now.catalog(), embedder)
        .trainAndValidate(examples, now.examples(), now.matcher().weights());
  }

  /// Activates a trained model. If the catalog has changed since, it is trained for the new one
  /// first.
  public synchronized void activate(Trainer.Outcome outcome, List<Example> examples) {
    Catalog catalog = current.get().catalog();
    TopicMatcher matcher =
        catalog.equals(outcome.catalog()) ? outcome.matcher() : matcher(catalog, examples);
    current.set(new ActiveModel(catalog, examples, matcher));
  }

  /// A screened letter with its topic and campaign: the step `read` of the mail flow.
  public MatchedLetter matched(ScreenedLetter screened) {
    long number = screened.kept().id();
    Passage passage = LetterPassage.of(screened.letter());
    Optional<Campaign> campaign =
        screened.screening() instanceof Screening.Outcome.SetAside
            ? Optional.empty()
            : campaigns.join(number, passage);
    Match match = campaign.flatMap(this::decided).orElseGet(() -> match(number, passage));
    return new MatchedLetter(screened, match.in(campaign));
  }

  /// A letter of a campaign that staff gave a topic has that topic; it needs no matching.
  private Optional<Match> decided(Campaign campaign) {
    return campaigns
        .topic(campaign.first())
        .filter(topic -> current.get().catalog().topic(topic).isPresent())
        .map(topic -> CampaignRule.match(topic, campaign));
  }

  /// The topic of a letter, with the reasons.
  public Match match(Letter letter) {
    return match(Example.UNNUMBERED, LetterPassage.of(letter));
  }

  /// @param number the letter's own number, which is excluded from similar letters
  Match match(long number, Passage passage) {
    ActiveModel now = current.get();
    KnownTextRule same =
        new KnownTextRule(similarLetters.withSameText(number, passage, campaigns), now.catalog());
    return same.override(now.matcher().match(passage, number, similarLetters, same.topic()));
  }

  /// Computes embeddings of letters and topics; off unless the settings ask for it.
  public Embedder embedder() {
    return embedder;
  }

  /// Full-text search over title, keywords and standard reply: all words must occur, at least as a
  /// prefix. The best first.
  public List<TopicId> topicsWith(String words) {
    return current.get().topics().find(words);
  }

  /// The topics whose title, keywords and standard reply resemble a letter most, by BM25.
  public List<TopicId> topicsLike(Letter letter, int limit) {
    return current.get().topics().like(LetterPassage.of(letter), limit);
  }

  /// What another catalog would change with the current model. Activates nothing.
  ///
  /// @param onNoTopic the numbers of the letters for which staff decided that no topic fits
  public Backtest backtest(Catalog then, Set<Long> onNoTopic) {
    return new Backtest(new Comparison(current.get(), then.withDefault(draftRule)), onNoTopic);
  }

  /// The current matcher; immutable, so later activations do not change it.
  public TopicMatcher matcher() {
    return current.get().matcher();
  }
}
