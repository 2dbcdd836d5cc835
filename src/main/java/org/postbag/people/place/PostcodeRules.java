package org.postbag.people.place;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// How the postcodes of a country are written, from `postcodes.txt`.
public final class PostcodeRules {
  /// A postcode in a text.
  ///
  /// @param code in its usual form, such as `DN1 2AB`
  record Written(String code, int start, int end) {}

  private record Finder(PostcodeForm form, Pattern pattern) {}

  /// No form has its first digit further from its ends, with the blanks that may stand between.
  private static final int NEAR_A_DIGIT = 16;

  private static final String ALONE = "(?<![\\p{L}\\p{N}_£$€.])(?:%s)(?![\\p{L}\\p{N}_])";
  private static final Map<String, PostcodeRules> ALL = read();

  /// Great Britain and Northern Ireland, with the islands and the forces.
  public static final PostcodeRules UK = Objects.requireNonNull(ALL.get("uk"));

  private final List<Finder> finders = new ArrayList<>();
  private final Pattern valid;
  private final Set<String> nobody;
  private final String blank;

  private PostcodeRules(List<String> lines) {
    this.valid = Pattern.compile(values(lines, "valid").findFirst().orElseThrow());
    this.nobody = Set.copyOf(values(lines, "nobody").toList());
    this.blank = values(lines, "write").findFirst().orElse(" ");
    for (String form : values(lines, "form").toList()) {
      PostcodeForm one = PostcodeForm.of(form);
      finders.add(new Finder(one, Pattern.compile(ALONE.formatted(one.pattern()))));
      if (one.slots().length() > 4) {
        finders.add(new Finder(one, Pattern.compile(ALONE.formatted(one.spacedPattern()))));
      }
    }
  }

  private static Stream<String> values(List<String> lines, String key) {
    return lines.stream()
        .filter(line -> line.startsWith(key + " = "))
        .map(line -> line.substring(key.length() + 3));
  }

  private static Map<String, PostcodeRules> read() {
    Map<String, List<String>> sections = new LinkedHashMap<>();
    String country = "";
    for (String line : text().lines().filter(l -> !l.isBlank() && !l.startsWith("#")).toList()) {
      if (line.startsWith("[")) {
        country = line.substring(1, line.length() - 1);
      } else {
        sections.computeIfAbsent(country, _ -> new ArrayList<>()).add(line);
      }
    }
    Map<String, PostcodeRules> all = new LinkedHashMap<>();
    sections.forEach((name, lines) -> all.put(name, new PostcodeRules(lines)));
    return Collections.unmodifiableMap(all);
  }

  private static String text() {
    try (InputStream in = PostcodeRules.class.getResourceAsStream("postcodes.txt")) {
      return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException damagedJar) {
      throw new UncheckedIOException(damagedJar);
    }
  }

  /// The countries that have rules, with them.
  public static Map<String, PostcodeRules> all() {
    return ALL;
  }

  /// Those in a text, in its order. Of two that overlap the longer one counts. Every postcode has a
  /// digit, so that only what stands near one is looked at.
  List<Written> in(String text) {
    List<Written> found = new ArrayList<>();
    for (int at = nextDigit(text, 0); at >= 0; ) {
      int start = Math.max(0, at - NEAR_A_DIGIT);
      int end = at;
      for (int next = at; next >= 0 && next <= end + NEAR_A_DIGIT; ) {
        end = next;
        next = nextDigit(text, next + 1);
      }
      look(text, start, Math.min(text.length(), end + NEAR_A_DIGIT), found);
      at = nextDigit(text, end + 1);
    }
    found.sort(Comparator.comparingInt(Written::start));
    return found;
  }

  private static int nextDigit(String text, int from) {
    for (int i = from; i < text.length(); i++) {
      if (text.charAt(i) >= '0' && text.charAt(i) <= '9') {
        return i;
      }
    }
    return -1;
  }

  private void look(String text, int from, int to, List<Written> found) {
    for (Finder finder : finders) {
      Matcher matcher = finder.pattern().matcher(text);
      matcher.useTransparentBounds(true).useAnchoringBounds(false).region(from, to);
      while (matcher.find()) {
        int start = matcher.start();
        int end = matcher.end();
        normal(finder.form(), matcher.group()).ifPresent(code -> add(found, code, start, end));
        matcher.region(start + 1, to);
      }
    }
  }

  private static void add(List<Written> found, String code, int start, int end) {
    boolean within = found.stream().anyMatch(f -> f.start() <= start && f.end() >= end);
    if (!within) {
      found.removeIf(f -> f.start() < end && start < f.end() && f.end() - f.start() <= end - start);
      found.add(new Written(code, start, end));
    }
  }

  private Optional<String> normal(PostcodeForm form, String written) {
    return Optional.of(form.written(written, blank)).filter(code -> valid.matcher(code).matches());
  }

  /// A whole postcode as somebody may have typed it, in its usual form.
  public Optional<String> normal(String typed) {
    return in(typed.strip()).stream()
        .filter(w -> w.start() == 0 && w.end() == typed.strip().length())
        .map(Written::code)
        .findFirst();
  }

  /// Whether people live there.
  boolean isHome(String code) {
    return !nobody.contains(code);
  }
}
