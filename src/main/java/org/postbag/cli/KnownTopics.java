package org.postbag.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.postbag.catalog.Catalog;
import org.postbag.catalog.Nearest;
import org.postbag.cli.evaluation.LabelledLine;

/// The file of `topics evaluate --known`: the topics to load, one a line.
final class KnownTopics {
  private final Set<String> names = new TreeSet<>();

  /// @param texts whose labels are topics too
  KnownTopics(Catalog topics, List<LabelledLine> texts) {
    topics.all().forEach(topic -> names.add(topic.id().value()));
    texts.stream().filter(text -> !text.outOfScope()).map(LabelledLine::label).forEach(names::add);
  }

  /// @throws Failure naming each line whose topic there is not, and a file without any
  Set<String> read(Path file) throws IOException {
    Set<String> known = new TreeSet<>();
    List<String> mistakes = new ArrayList<>();
    List<String> lines = Files.readAllLines(file);
    for (int i = 0; i < lines.size(); i++) {
      String name = lines.get(i).strip();
      if (!name.isEmpty() && !names.contains(name)) {
        mistakes.add(file + ":" + (i + 1) + ": no topic `" + name + "`; " + mend(name));
      } else if (!name.isEmpty()) {
        known.add(name);
      }
    }
    if (known.isEmpty() && mistakes.isEmpty()) {
      mistakes.add(file + ": no topic in it; write one a line, or leave --known out for all");
    }
    if (!mistakes.isEmpty()) {
      throw Failure.usage(String.join("\n", mistakes));
    }
    return known;
  }

  private String mend(String name) {
    return Nearest.mend(name, names);
  }
}
