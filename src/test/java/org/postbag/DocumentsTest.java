package org.postbag;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// What the documents name is there, so that a class that is renamed takes its documents along.
class DocumentsTest {
  private static final Path SOURCES = Path.of("src/main/java/org/postbag");
  private static final Path TESTS = Path.of("src/test/java");

  /// A target inside of this project; a fragment is left out.
  private static final Pattern LINK = Pattern.compile("]\\((?![a-z]+:|#)([^)#\\s]+)[^)]*\\)");

  /// `room/Class`, a file below the root package.
  private static final Pattern CLASS = Pattern.compile("`([a-z]+(?:/[a-z]+)*/[A-Z]\\w*)`");

  /// `ClassTest` or `ClassTest#method`.
  private static final Pattern TEST = Pattern.compile("`([A-Z]\\w*(?:Test|IT))(?:#(\\w+))?`");

  @Test
  void everyLinkLeadsToAFile() {
    assertThat(
            missing(LINK, (document, link) -> Files.exists(document.resolveSibling(link.group(1)))))
        .isEmpty();
  }

  @Test
  void everyClassThatIsNamedIsThere() {
    assertThat(missing(CLASS, (_, name) -> Files.exists(SOURCES.resolve(name.group(1) + ".java"))))
        .isEmpty();
  }

  @Test
  void everyTestThatIsNamedIsThere() {
    List<Path> tests = below(TESTS, path -> path.toString().endsWith(".java"));
    assertThat(missing(TEST, (_, name) -> tests.stream().anyMatch(test -> isNamed(test, name))))
        .isEmpty();
  }

  private static boolean isNamed(Path test, MatchResult name) {
    return test.endsWith(name.group(1) + ".java")
        && (name.group(2) == null || text(test).contains("void " + name.group(2) + "("));
  }

  private interface Check {
    boolean isThere(Path document, MatchResult name);
  }

  private static List<String> missing(Pattern pattern, Check check) {
    List<String> missing = new ArrayList<>();
    List<Path> documents = documents();
    assertThat(documents).contains(Path.of("README.md"), Path.of("docs/architecture.md"));
    for (Path document : documents) {
      pattern
          .matcher(text(document))
          .results()
          .filter(name -> !check.isThere(document, name))
          .forEach(name -> missing.add(document + ": " + name.group()));
    }
    return missing;
  }

  private static List<Path> documents() {
    return Stream.of("", "docs", ".github")
        .flatMap(folder -> below(Path.of(folder), DocumentsTest::isDocument).stream())
        .distinct()
        .toList();
  }

  private static boolean isDocument(Path path) {
    return path.toString().endsWith(".md");
  }

  /// All of the working folder holds much that is none of the project's; of that only its top.
  private static List<Path> below(Path folder, Predicate<Path> wanted) {
    int depth = folder.toString().isEmpty() ? 1 : Integer.MAX_VALUE;
    try (Stream<Path> files = Files.walk(folder, depth)) {
      return files.filter(wanted).collect(Collectors.toList());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
