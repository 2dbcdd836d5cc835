package org.postbag.sending.smtp;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/// What a server offers behind EHLO, RFC 5321 §4.1.1.1: keywords with their parameters.
record EhloKeywords(Map<String, String> keywords) {
  static final EhloKeywords NOTHING = new EhloKeywords(Map.of());

  static EhloKeywords of(SmtpReply ehlo) {
    return new EhloKeywords(
        ehlo.words()
            .lines()
            .skip(1)
            .map(line -> line.strip().toUpperCase(Locale.ROOT).split("[ =]", 2))
            .collect(Collectors.toMap(w -> w[0], w -> w.length > 1 ? w[1] : "", (a, _) -> a)));
  }

  boolean has(String keyword) {
    return keywords.containsKey(keyword);
  }

  /// The largest letter it takes, in octets, RFC 1870 §4; empty when it does not say.
  Optional<Long> size() {
    return Optional.ofNullable(keywords.get("SIZE"))
        .filter(text -> text.strip().matches("[1-9]\\d{0,17}"))
        .map(text -> Long.valueOf(text.strip()));
  }

  List<String> mechanisms() {
    String all = keywords.getOrDefault("AUTH", "");
    return Arrays.stream(all.split("\\s+")).filter(m -> !m.isEmpty()).toList();
  }
}
