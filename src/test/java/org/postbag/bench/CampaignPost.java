package org.postbag.bench;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;

/// Makes campaigns among other letters. Sentences are made by a chain of words (each word with
/// those that follow it in the sample letters), so every campaign says something else in ordinary
/// words.
final class CampaignPost {
  private static final List<String> STORIES =
      List.of(
          "My %1$s has lived beside the %2$s for %3$d years and never slept worse.",
          "I drove a van past the %2$s for %3$d winters before my %1$s fell ill.",
          "Our %2$s closed in spring and my %1$s has been out of work since.",
          "When my %1$s was small we walked to the %2$s every Sunday.");
  private static final List<String> QUESTIONS =
      List.of(
          "Could you come to the %2$s on the %3$dth and see for yourself?",
          "How did you vote when this last came up, and would you do so again?",
          "Who at the council deals with the %2$s these days?");
  private static final List<String> COURTESIES =
      List.of(
          "Thank you for taking the time to read my letter.",
          "I hope that you are well.",
          "I look forward to hearing what you think.",
          "Please share this with your colleagues.");
  private static final List<String> KIN =
      List.of("mother", "father", "uncle", "niece", "neighbour", "husband", "wife");
  private static final List<String> PLACES =
      List.of("mill", "harbour", "chapel", "bakery", "station", "allotments", "weir", "school");

  /// Whoever puts one of these in the place of another word says something else.
  private static final Set<String> TURNING =
      Set.of("never", "cannot", "against", "oppose", "refuse", "object", "support", "nothing");

  private final Random random;
  private final Map<String, List<String>> follow = new HashMap<>();
  private final List<String> first = new ArrayList<>();
  private final List<String> vocabulary = new ArrayList<>();
  private final List<String> frames = new ArrayList<>();

  CampaignPost(long seed) {
    this.random = new Random(seed);
    read();
    for (int i = 0; i < 5; i++) {
      frames.add(sentence() + " " + sentence());
    }
  }

  /// A letter that was made.
  ///
  /// @param campaign empty for one of no campaign
  /// @param level how far it is from the campaign's text, 0 to 3
  /// @param added the sentences of its own
  /// @param differs whether one of them is more than courtesy
  record Made(
      String text, Optional<Integer> campaign, int level, List<String> added, boolean differs) {}

  private void read() {
    try (InputStream in = CampaignPost.class.getResourceAsStream("/office-letters/letters.tsv")) {
      String all = new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
      String before = ".";
      for (String word : all.replace("\\n", " ").split("[^A-Za-z'.]+", 0)) {
        boolean end = word.endsWith(".");
        String plain = word.replace(".", "").toLowerCase(Locale.ROOT);
        if (plain.isEmpty()) {
          continue;
        }
        if (before.equals(".")) {
          first.add(plain);
        } else {
          follow.computeIfAbsent(before, _ -> new ArrayList<>()).add(plain);
        }
        if (plain.length() > 4 && !TURNING.contains(plain) && !plain.contains("'")) {
          vocabulary.add(plain);
        }
        before = end ? "." : plain;
      }
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  private <T> T any(List<T> list) {
    return list.get(random.nextInt(list.size()));
  }

  String sentence() {
    int length = 9 + random.nextInt(14);
    List<String> words = new ArrayList<>();
    String word = any(first);
    while (words.size() < length) {
      words.add(word);
      // One word in four comes from anywhere: few letters alone would repeat themselves.
      List<String> next = follow.getOrDefault(word, List.of());
      word = next.isEmpty() || random.nextInt(4) == 0 ? any(vocabulary) : any(next);
    }
    String text = String.join(" ", words);
    return Character.toUpperCase(text.charAt(0)) + text.substring(1) + ".";
  }

  /// All letters in a random order.
  List<Made> post(int campaigns, int fewest, int most, int others) {
    List<Made> post = new ArrayList<>();
    for (int i = 0; i < campaigns; i++) {
      List<String> text = campaign();
      int size = (int) (fewest * Math.pow((double) most / fewest, random.nextDouble()));
      for (int j = 0; j < size; j++) {
        post.add(letter(i, text));
      }
    }
    for (int i = 0; i < others; i++) {
      post.add(other());
    }
    Collections.shuffle(post, random);
    return post;
  }

  List<String> campaign() {
    List<String> text = new ArrayList<>();
    text.add(any(frames));
    int sentences = 8 + random.nextInt(8);
    Stream.generate(this::sentence).limit(sentences).forEach(text::add);
    return text;
  }

  private Made letter(int campaign, List<String> text) {
    int level = level(random.nextInt(100));
    List<String> sentences = new ArrayList<>(text);
    double delete = List.of(0.0, 0.08, 0.25, 0.4).get(level);
    sentences.removeIf(_ -> random.nextDouble() < delete);
    if (level > 1) {
      Collections.shuffle(sentences, random);
    }
    double reword = List.of(0.0, 0.03, 0.1, 0.2).get(level);
    sentences.replaceAll(sentence -> reworded(sentence, reword));
    List<String> added = new ArrayList<>();
    boolean differs = false;
    for (int n = random.nextInt(List.of(2, 2, 3, 4).get(level)); n > 0; n--) {
      boolean courtesy = random.nextInt(5) == 0;
      String own = courtesy ? any(COURTESIES) : own();
      if (!added.contains(own)) {
        differs |= !courtesy;
        added.add(own);
        sentences.add(random.nextInt(sentences.size() + 1), own);
      }
    }
    return new Made(framed(sentences), Optional.of(campaign), level, added, differs);
  }

  private static int level(int percent) {
    return percent < 35 ? 0 : percent < 65 ? 1 : percent < 85 ? 2 : 3;
  }

  private String own() {
    if (random.nextBoolean()) {
      String sentence = sentence();
      return "My "
          + any(KIN)
          + " says "
          + Character.toLowerCase(sentence.charAt(0))
          + sentence.substring(1);
    }
    String pattern = random.nextInt(4) == 0 ? any(QUESTIONS) : any(STORIES);
    int number = 3 + random.nextInt(40);
    return String.format(Locale.ROOT, pattern, any(KIN), any(PLACES), number);
  }

  private String reworded(String sentence, double rate) {
    String[] words = sentence.split(" ");
    for (int i = 1; i < words.length - 1; i++) {
      if (words[i].length() > 4
          && !TURNING.contains(words[i])
          && !words[i].contains("'")
          && random.nextDouble() < rate) {
        words[i] = any(vocabulary);
      }
    }
    return String.join(" ", words);
  }

  private Made other() {
    List<String> sentences = new ArrayList<>();
    if (random.nextInt(3) == 0) {
      sentences.add(any(frames));
    }
    Stream.generate(this::sentence).limit(4 + random.nextInt(8)).forEach(sentences::add);
    return new Made(framed(sentences), Optional.empty(), 0, List.of(), true);
  }

  private String framed(List<String> sentences) {
    StringBuilder text = new StringBuilder(any(List.of("Dear Ms Roe,", "Hello,", "Dear MP,")));
    text.append("\n\n");
    for (int i = 0; i < sentences.size(); i++) {
      text.append(sentences.get(i)).append(i % 3 == 2 ? "\n\n" : " ");
    }
    return text.append("\n\nYours sincerely,\nSam Lee\n").toString();
  }
}
