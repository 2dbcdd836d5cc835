package org.postbag.settings;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.postbag.catalog.YamlMap;
import org.postbag.people.name.Salutations;

/// Reads `salutation`: how a reply begins without a name, by language.
final class SalutationsReader {
  private SalutationsReader() {}

  static Salutations read(YamlMap salutation) {
    Map<String, String> nameless = new HashMap<>();
    Set<String> iso = Set.of(Locale.getISOLanguages());
    Stream.concat(
            Salutations.languages().stream(), salutation.keys().stream().filter(iso::contains))
        .forEach(language ->
            salutation.text(language).ifPresent(words -> nameless.put(language, words)));
    salutation.keys().stream().filter("*"::equals).forEach(salutation::text); // for the schema
    salutation.checkKeys();
    return new Salutations(nameless);
  }
}
