package org.postbag.cli.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.postbag.bench.FastText;
import org.postbag.bench.LinearSvm;
import org.postbag.catalog.Catalog;
import org.postbag.classifier.embedding.Embedder;
import org.postbag.classifier.embedding.Embedding;
import org.postbag.classifier.embedding.SentenceModel;
import org.postbag.classifier.text.Passage;

class EvaluationTest {
  private static final List<String> MATTERS = List.of("hedgehogs", "potholes", "libraries");

  /// Letters that name their matter, each among other words.
  static List<LabelledLine> letters(int each) {
    List<String> words = List.of("sadly", "again", "winter", "council", "mother", "street");
    List<LabelledLine> all = new ArrayList<>();
    for (int i = 0; i < each; i++) {
      for (String matter : MATTERS) {
        String text = "Please do something for " + matter + ", " + words.get(i % words.size());
        all.add(new LabelledLine(matter, text));
      }
    }
    return all;
  }

  static Evaluation evaluation(Set<String> known) {
    List<LabelledLine> tests = new ArrayList<>(letters(2));
    tests.add(new LabelledLine("oos", "My passport has not come"));
    return new Evaluation(Catalog.EMPTY, letters(4), tests, known);
  }

  @Test
  void aLabelWithoutATopicFileBecomesATopic() {
    assertThat(evaluation(Set.of()).catalog().all())
        .extracting(topic -> topic.id().value())
        .containsExactlyInAnyOrderElementsOf(MATTERS);
  }

  @Test
  void lettersOfTopicsThatAreNotKnownAreOutOfScope() {
    Evaluation half = evaluation(Set.of("hedgehogs"));

    assertThat(half.catalog().all()).hasSize(1);
    assertThat(half.examples()).extracting(LabelledLine::label).containsOnly("hedgehogs");
    assertThat(half.tests()).filteredOn(LabelledLine::outOfScope).hasSize(5);
  }

  @Test
  void theMatcherLearnsFromTheExamples() {
    Evaluation all = evaluation(Set.of());
    Scorecard card = Scorecard.of(all.guesses(all.learn()));

    assertThat(card.accuracy()).isEqualTo(1);
    assertThat(card.inScope()).isEqualTo(6);
    assertThat(card.outOfScope()).isEqualTo(1);
  }

  @Test
  void learningTwiceGivesTheSameGuesses() {
    Evaluation once = evaluation(Set.of());

    assertThat(once.guesses(once.learn())).isEqualTo(once.guesses(once.learn()));
  }

  @Test
  void aFirstLineIsTheSubjectOfATextOfSeveral(@TempDir Path folder) throws IOException {
    Path file = folder.resolve("letters.tsv");
    Files.writeString(file, "roads\tMind the gap\\nIt is wide.\\\\\n\noos\tone\\tline\n");

    List<LabelledLine> read = LabelledLine.read(file);

    assertThat(read).hasSize(2);
    assertThat(read.getFirst().letter())
        .isEqualTo(new Passage("Mind the gap", "It is wide.\\", "en"));
    assertThat(read.getLast().letter()).isEqualTo(Passage.of("one\tline"));
    assertThat(read.getLast().outOfScope()).isTrue();
  }

  @Test
  void aLineWithoutALabelIsNamed(@TempDir Path folder) throws IOException {
    Path file = folder.resolve("letters.tsv");
    Files.writeString(file, "roads\tfine\nno tab here\n");

    assertThatIllegalArgumentException()
        .isThrownBy(() -> LabelledLine.read(file))
        .withMessageContaining("letters.tsv:2");
  }

  @Test
  void theSupportVectorMachineLearnsTheSameTest() {
    Evaluation all = evaluation(Set.of());

    List<RankedLabel> guesses = new LinearSvm().guesses(all.task(all.learn()));

    assertThat(Scorecard.of(guesses).accuracy()).isEqualTo(1);
    assertThat(Scorecard.of(guesses).calibrationError()).isNaN();
  }

  @Test
  void withoutExamplesTheRivalsGetTheTopicsOwnWords() {
    Evaluation zeroShot = new Evaluation(Catalog.EMPTY, List.of(), letters(1), Set.of());

    Baseline.Task task = zeroShot.task(zeroShot.learn());

    assertThat(task.texts()).containsExactlyInAnyOrderElementsOf(MATTERS);
    assertThat(Scorecard.of(new LinearSvm().guesses(task)).accuracy()).isEqualTo(1);
  }

  @Test
  void fastTextAnswersEveryLetterWhereItIsInstalled() {
    Optional<FastText> installed = FastText.installed();
    Evaluation all = evaluation(Set.of());

    installed.ifPresent(fastText ->
        assertThat(fastText.guesses(all.task(all.learn())))
            .hasSize(all.tests().size())
            .allSatisfy(rankedLabel -> assertThat(rankedLabel.confidence()).isBetween(0.0, 1.0)));
  }

  @Test
  void theReportHasALineForEachClassifierAndAPredictionForEachLetter() {
    EvaluationReport evaluationReport =
        EvaluationReport.of(evaluation(Set.of()), List.of(new LinearSvm()));

    assertThat(evaluationReport.table().getFirst())
        .isEqualTo("6 letters in scope, 1 out of scope; 3 topics; 12 examples");
    assertThat(evaluationReport.table())
        .anyMatch(line -> line.matches("accuracy \\(in scope\\) .*100.0 %.*"));
    assertThat(evaluationReport.json())
        .hasSize(2)
        .first()
        .asString()
        .startsWith(
            "{\"classifier\":\"postbag\",\"inScope\":6,\"outOfScope\":1,\"accuracy\":1.0000");
    assertThat(evaluationReport.json().getLast()).contains("\"calibrationError\":null");
    assertThat(evaluationReport.predictions()).hasSize(7);
    assertThat(evaluationReport.predictions().getFirst())
        .matches("hedgehogs\t[^\t]+\t[01]\\.\\d{6}\t[^\t]*");
  }

  private static String figure(EvaluationReport evaluationReport, String title) {
    return evaluationReport.table().stream()
        .dropWhile(line -> !line.startsWith("accuracy with refusal"))
        .filter(line -> line.startsWith(title))
        .findFirst()
        .orElse("");
  }

  @Test
  void ofSeveralListsOfTopicsTheReportHasAllLettersTogetherAndTheLeastList() {
    List<LabelledLine> tests =
        List.of(
            new LabelledLine("hedgehogs", "Please do something for hedgehogs"),
            new LabelledLine("potholes", "The road before our house is a disgrace"));
    List<Evaluation> lists =
        List.of(
            new Evaluation(Catalog.EMPTY, letters(4), tests, Set.of("hedgehogs", "libraries")),
            new Evaluation(Catalog.EMPTY, letters(4), tests, Set.of("potholes", "libraries")));

    EvaluationReport evaluationReport = EvaluationReport.of(lists, List.of(new LinearSvm()));

    assertThat(evaluationReport.table().getFirst())
        .startsWith("2 letters in scope, 2 out of scope");
    assertThat(figure(evaluationReport, "accuracy with refusal")).contains(" 50.0 %");
    assertThat(figure(evaluationReport, "  least of 2 lists")).contains(" 0.0 %");
    assertThat(figure(evaluationReport, "  mean of 2 lists")).contains(" %");
    assertThat(evaluationReport.predictions()).hasSize(4);
    assertThat(EvaluationReport.of(lists.getFirst(), List.of()).table())
        .noneMatch(line -> line.contains("lists"));
  }

  /// Points every text the same way.
  private static final class Indifferent implements SentenceModel {
    @Override
    public String name() {
      return "indifferent";
    }

    @Override
    public Embedding embed(String text) {
      return Embedding.of(new float[] {1, 0});
    }
  }

  private static String asked(Embedder.When when) {
    List<LabelledLine> tests =
        List.of(
            new LabelledLine("hedgehogs", "Please protect our hedgehogs, hedgehogs, hedgehogs"),
            new LabelledLine("oos", "My passport has not come"));
    Evaluation evaluation =
        new Evaluation(
            Catalog.EMPTY,
            List.of(),
            tests,
            Set.of("hedgehogs"),
            Embedder.of(when, new Indifferent()));
    return EvaluationReport.of(evaluation, List.of()).table().getLast();
  }

  @Test
  void theReportSaysHowManyLettersWereAskedWhatTheyMean() {
    assertThat(asked(Embedder.When.ALWAYS)).matches("asked what they mean +100.0 %");
    assertThat(asked(Embedder.When.UNSURE)).matches("asked what they mean +50.0 %");
    assertThat(EvaluationReport.of(evaluation(Set.of()), List.of()).table())
        .noneMatch(line -> line.startsWith("asked"));
  }
}
