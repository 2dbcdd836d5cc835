package org.postbag.matching.stance;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.postbag.classifier.text.Tokenizer;

/// The words of `cues.txt` by their stems.
enum Cues {
  NONE(0),
  FOR(1),
  AGAINST(-1),
  DO(1),
  UNDO(-1),
  TURN(-1),
  WRITER(0),
  OTHERS(0);

  private static final Map<String, Cues> BY_TERM = read();

  private final int sign;

  Cues(int sign) {
    this.sign = sign;
  }

  /// The cue of a stem.
  static Cues of(String term) {
    return BY_TERM.getOrDefault(term, NONE);
  }

  int sign() {
    return sign;
  }

  boolean isAttitude() {
    return this == FOR || this == AGAINST;
  }

  boolean isAction() {
    return this == DO || this == UNDO;
  }

  private static Map<String, Cues> read() {
    Map<String, Cues> cues = new HashMap<>();
    try (InputStream in = Objects.requireNonNull(Cues.class.getResourceAsStream("cues.txt"));
        BufferedReader lines =
            new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
      lines
          .lines()
          .filter(line -> !line.isBlank() && !line.startsWith("#"))
          .map(line -> line.split("\\s+"))
          .forEach(line -> add(cues, line));
    } catch (IOException e) {
      throw new UncheckedIOException("the shipped table of cues cannot be read", e);
    }
    return Map.copyOf(cues);
  }

  private static void add(Map<String, Cues> cues, String[] line) {
    Cues cue =
        switch (line[0] + line[1]) {
          case "attitude+" -> FOR;
          case "attitude-" -> AGAINST;
          case "action+" -> DO;
          case "action-" -> UNDO;
          case "turn!" -> TURN;
          case "writer<" -> WRITER;
          case "other>" -> OTHERS;
          default -> throw new IllegalStateException("no kind of cue: " + line[0] + " " + line[1]);
        };
    for (int i = 2; i < line.length; i++) {
      cues.put(Tokenizer.of(line[i], "en").getFirst().term(), cue);
    }
  }
}
