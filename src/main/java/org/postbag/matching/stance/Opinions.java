package org.postbag.matching.stance;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.postbag.classifier.text.Token;
import org.postbag.classifier.text.Tokenizer;

/// What a text is for and against: each thing that a cue is about, with its sign. `Do not support
/// the ban on fireworks` is against the ban and for fireworks.
final class Opinions {
  /// Anything at all, for a cue whose object the phrases of no side name: `please support it`.
  static final String ANYTHING = "*";

  /// How many words behind a cue may be what it is about.
  private static final int REACH = 9;

  /// How many words behind `not` its verb may stand.
  private static final int TURN_REACH = 6;

  /// How many words behind other people may be what they think.
  private static final int VIEW_REACH = 5;

  private static final Set<String> PRONOUNS = Set.of("it", "this", "that", "them", "so", "these");

  private static final Pattern CLAUSE =
      Pattern.compile("[^.!?;:\\n]+(?:\\n(?!\\s*\\n)[^.!?;:\\n]+)*");
  private static final Pattern JOINT =
      Pattern.compile("(?i),?\\s+(?:but|because|although|though|while|since|which|unless)\\s+");

  /// @param sign 1 for it, -1 against it
  /// @param before for [#ANYTHING]: what the sentence named before, the last one first
  record Opinion(String about, int sign, int start, int end, List<String> before) {}

  private final List<Opinion> found = new ArrayList<>();
  private final List<String> named = new ArrayList<>();
  private List<Token> words = List.of();
  private int offset;
  private int sign = 1;
  private int cueAt = -1;
  private int turnAt = -1;

  /// Other people, whose view is not the writer's.
  private int othersAt = -1;

  private Opinions() {}

  static List<Opinion> of(String text) {
    Opinions opinions = new Opinions();
    for (Matcher clause = CLAUSE.matcher(text); clause.find(); ) {
      opinions.named.clear();
      int from = clause.start();
      for (Matcher joint = JOINT.matcher(text).region(from, clause.end()); joint.find(); ) {
        opinions.clause(text, from, joint.start());
        from = joint.end();
      }
      opinions.clause(text, from, clause.end());
    }
    return opinions.found;
  }

  private void clause(String text, int start, int end) {
    words = Tokenizer.of(text.substring(start, end), "en");
    offset = start;
    sign = 1;
    cueAt = -1;
    turnAt = -1;
    othersAt = -1;
    for (int at = 0; at < words.size(); at++) {
      word(at);
    }
  }

  private void word(int at) {
    Cues cue = cue(at);
    Token word = words.get(at);
    boolean and = word.surface().equals("and");
    if (and) {
      sign = 1;
      cueAt = -1;
    }
    if (and || cue == Cues.WRITER) {
      othersAt = -1;
    } else if (cue == Cues.OTHERS) {
      othersAt = at;
    } else if (cue == Cues.TURN) {
      turnAt = at;
    } else if (cue.isAttitude() || cue.isAction()) {
      cue(at, cue);
    } else if (cueAt >= 0 && at - cueAt <= REACH && !word.stopWord()) {
      add(word.term(), at, List.of());
    }
    if (!word.stopWord() && !cue.isAttitude()) {
      named.addFirst(word.term());
    }
  }

  private void cue(int at, Cues cue) {
    if (othersAt >= 0 && at - othersAt <= VIEW_REACH) {
      othersAt = at; // what they want goes on
      cueAt = -1;
      return;
    }
    int before = cueAt >= 0 && at - cueAt <= REACH ? sign : 1;
    sign = turnAt >= 0 && at - turnAt <= TURN_REACH ? -before : before;
    turnAt = -1;
    cueAt = at;
    if (cue.isAction()) {
      add(words.get(at).term(), at, List.of());
    }
    sign *= cue.sign();
    if (cue.isAttitude() && namesNothing(at)) {
      add(ANYTHING, at, List.copyOf(named));
    }
  }

  /// A pronoun stands for what was named before.
  private boolean namesNothing(int at) {
    int next = at + (words.get(at).surface().startsWith("vot") ? 2 : 1);
    return next >= words.size() || PRONOUNS.contains(words.get(next).surface());
  }

  /// `vote` is for or against by the word behind it.
  private Cues cue(int at) {
    String surface = words.get(at).surface();
    if (surface.startsWith("vot") || surface.equals("am") || surface.equals("all")) {
      return follows(at, "for") ? Cues.FOR : Cues.NONE;
    }
    if (surface.endsWith("n't") || surface.endsWith("n’t")) {
      return Cues.TURN;
    }
    return Cues.of(words.get(at).term());
  }

  private boolean follows(int at, String word) {
    return at + 1 < words.size() && words.get(at + 1).surface().equals(word);
  }

  private void add(String about, int at, List<String> before) {
    int start = offset + words.get(Math.min(at, cueAt)).start();
    found.add(new Opinion(about, sign, start, offset + words.get(at).end(), before));
  }
}
