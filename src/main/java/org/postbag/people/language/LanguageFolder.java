package org.postbag.people.language;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.postbag.catalog.ConfigurationFile;
import org.postbag.catalog.Mistakes;
import org.postbag.catalog.Problem;
import org.postbag.catalog.Variables;
import org.postbag.catalog.YamlMap;

/// `config/languages/`: the files of an office, and the shipped ones of the languages for which it
/// has none.
public final class LanguageFolder {
  private static final String NAME = "languages";
  private static final String ENDING = ".yaml";
  private static final List<String> SHIPPED = List.of("cy", "de", "en", "fr");
  private static final Set<String> ISO = Set.of(Locale.getISOLanguages());

  /// A file that was read.
  ///
  /// @param language ISO 639-1
  /// @param mistakes collects what is wrong in it
  /// @param shipped whether it came with the program
  public record Source(String language, YamlMap yaml, Mistakes mistakes, boolean shipped) {}

  private final Map<String, Source> sources = new TreeMap<>();
  private final List<Mistakes> mistakes = new ArrayList<>();

  private LanguageFolder() {}

  /// The shipped files alone.
  public static LanguageFolder shipped() {
    LanguageFolder folder = new LanguageFolder();
    SHIPPED.forEach(folder::addShipped);
    return folder;
  }

  /// Those of a configuration folder, and the shipped ones of other languages.
  public static LanguageFolder in(Path configDir) {
    LanguageFolder folder = new LanguageFolder();
    Set<String> own = new TreeSet<>();
    for (Path file : files(configDir)) {
      String name = file.getFileName().toString();
      own.add(name.substring(0, name.length() - ENDING.length()));
      folder.addOwn(file);
    }
    SHIPPED.stream().filter(language -> !own.contains(language)).forEach(folder::addShipped);
    return folder;
  }

  /// The files of a configuration folder, in name order.
  public static List<Path> files(Path configDir) {
    Path folder = configDir.resolve(NAME);
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> all = Files.list(folder)) {
      return all.filter(LanguageFolder::isMeant).sorted().toList();
    } catch (IOException | UncheckedIOException gone) {
      return List.of();
    }
  }

  private static boolean isMeant(Path file) {
    String name = file.getFileName().toString();
    return name.endsWith(ENDING) && !name.startsWith(".");
  }

  private void addOwn(Path file) {
    Mistakes found = new Mistakes(file.toString());
    mistakes.add(found);
    String name = file.getFileName().toString();
    String language = name.substring(0, name.length() - ENDING.length());
    if (!ISO.contains(language)) {
      found.error(
          0,
          "`" + language + "` is no language code",
          "name the file by two letters of ISO 639-1, as in `de.yaml`");
      return;
    }
    ConfigurationFile.read(file, found, Variables.LITERAL)
        .ifPresent(yaml -> sources.put(language, new Source(language, yaml, found, false)));
  }

  private void addShipped(String language) {
    String name = language + ENDING;
    Mistakes found = new Mistakes(name);
    mistakes.add(found);
    ConfigurationFile.read(text(name), found)
        .ifPresent(yaml -> sources.put(language, new Source(language, yaml, found, true)));
  }

  private static String text(String name) {
    try (InputStream in = LanguageFolder.class.getResourceAsStream(name)) {
      return new String(Objects.requireNonNull(in, name).readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException damagedJar) {
      throw new UncheckedIOException(damagedJar);
    }
  }

  /// By language.
  public List<Source> sources() {
    return List.copyOf(sources.values());
  }

  /// Everything wrong so far, file by file.
  public List<Problem> problems() {
    return mistakes.stream().flatMap(found -> found.all().stream()).toList();
  }
}
