package org.postbag.demo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.springframework.core.io.ClassPathResource;

/// The sentences of `parts.txt`: sections in square brackets, each with entries that blank lines
/// part; in a section of `words`, line ends do.
record SampleParts(Map<String, List<String>> sections) {
  private static final String SUBJECTS = " subjects";
  private static final String WORDS = "words ";

  static SampleParts read(String resource) {
    try {
      return parse(new ClassPathResource(resource).getContentAsString(StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static SampleParts parse(String text) {
    Map<String, List<String>> sections = new TreeMap<>();
    String entries = text.lines().filter(l -> !l.startsWith("#")).collect(Collectors.joining("\n"));
    for (String section : entries.split("(?m)^\\[", -1)) {
      int end = section.indexOf(']');
      if (end > 0) {
        String name = section.substring(0, end);
        String between = name.startsWith(WORDS) ? "\n+" : "\n\n+";
        sections.put(
            name.replaceFirst(WORDS, ""),
            Arrays.stream(section.substring(end + 1).strip().split(between))
                .map(String::strip)
                .toList());
      }
    }
    return new SampleParts(sections);
  }

  /// The entries of a section that must be there.
  List<String> of(String section) {
    List<String> entries = sections.get(section);
    if (entries == null) {
      throw new IllegalArgumentException("parts.txt has no section [" + section + "]");
    }
    return entries;
  }

  /// What letters can be about: every TOPIC with a section of subjects and one of paragraphs.
  List<String> topics() {
    return sections.keySet().stream()
        .filter(name -> name.endsWith(SUBJECTS))
        .map(name -> name.substring(0, name.length() - SUBJECTS.length()))
        .filter(topic -> sections.containsKey(topic + " paragraphs"))
        .toList();
  }
}
