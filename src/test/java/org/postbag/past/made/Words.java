package org.postbag.past.made;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Random;

/// The turns of phrase of `words.txt` and `casework.txt`, chosen by chance.
final class Words {
  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.ENGLISH).withZone(ZoneOffset.UTC);

  private final Map<String, List<String>> lists = new HashMap<>();
  private final Random chance;

  Words(Random chance) {
    this.chance = chance;
    for (String file : List.of("words.txt", "casework.txt")) {
      lines(file).forEach(this::add);
    }
  }

  static List<String> lines(String file) {
    try (InputStream in = Words.class.getResourceAsStream("/past/" + file)) {
      String all = new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
      return all.lines().filter(line -> !line.isBlank() && !line.startsWith("#")).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// The first lists hold words, `+` for a blank; all others a phrase a line.
  private void add(String line) {
    String name = line.substring(0, line.indexOf(':'));
    String value = line.substring(line.indexOf(':') + 1).strip();
    List<String> list = lists.computeIfAbsent(name, _ -> new ArrayList<>());
    if (List.of("first", "last", "street", "town", "office").contains(name)) {
      Arrays.stream(value.split(" ")).map(word -> word.replace('+', ' ')).forEach(list::add);
    } else {
      list.add(value);
    }
  }

  Random chance() {
    return chance;
  }

  boolean in(double share) {
    return chance.nextDouble() < share;
  }

  <T> T one(List<T> of) {
    return of.get(chance.nextInt(of.size()));
  }

  /// One of that list, filled in.
  String one(String list, Instant near) {
    return filled(one(lists.getOrDefault(list, List.of(""))), near);
  }

  /// So many different ones of that list, filled in.
  List<String> some(List<String> of, int many, Instant near) {
    List<String> shuffled = new ArrayList<>(of);
    java.util.Collections.shuffle(shuffled, chance);
    return shuffled.stream().limit(many).map(each -> filled(each, near)).toList();
  }

  List<String> list(String name) {
    return lists.getOrDefault(name, List.of());
  }

  static String day(Instant at) {
    return DAY.format(at);
  }

  /// With what stands in braces put in by chance.
  String filled(String text, Instant near) {
    StringBuilder filled = new StringBuilder();
    int from = 0;
    for (int open = text.indexOf('{'); open >= 0; open = text.indexOf('{', from)) {
      int close = text.indexOf('}', open);
      filled.append(text, from, open).append(value(text.substring(open + 1, close), near));
      from = close + 1;
    }
    return filled.append(text.substring(from)).toString();
  }

  private String value(String slot, Instant near) {
    return switch (slot) {
      case "name" -> one(list("first")) + " " + one(list("last"));
      case "street", "town", "office" -> one(list(slot));
      case "date" -> day(near.plusSeconds(86_400L * chance.nextInt(-40, 40)));
      case "number" -> Integer.toString(chance.nextInt(10_000, 9_999_999));
      case "money" -> "£" + chance.nextInt(20, 4_000);
      default -> "{" + slot + "}";
    };
  }

  /// As somebody types who is in a hurry: without capitals, some letters the wrong way round.
  String hurried(String text) {
    StringBuilder typed = new StringBuilder(text.toLowerCase(Locale.ENGLISH));
    for (int i = 1; i < typed.length() - 2; i++) {
      if (chance.nextInt(60) == 0
          && Character.isLetter(typed.charAt(i))
          && Character.isLetter(typed.charAt(i + 1))) {
        char letter = typed.charAt(i);
        typed.setCharAt(i, typed.charAt(i + 1));
        typed.setCharAt(i + 1, letter);
      }
    }
    return typed.toString();
  }
}
