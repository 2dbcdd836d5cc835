package org.postbag.people.name;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.postbag.people.language.LanguageFolder;

/// How letters are written in the languages that have a file: salutations, dates, the line above a
/// quotation.
public final class Speech {
  private final Map<String, LanguageForms> languages = new LinkedHashMap<>();

  /// Reads the files; what is wrong in them is noted there.
  public Speech(LanguageFolder folder) {
    for (LanguageFolder.Source source : folder.sources()) {
      SpeechReader.read(source).ifPresent(forms -> languages.put(source.language(), forms));
    }
  }

  /// By the files that come with the program.
  public static Speech shipped() {
    return Shipped.SPEECH;
  }

  private static final class Shipped {
    static final Speech SPEECH = new Speech(LanguageFolder.shipped());
  }

  Map<String, LanguageForms> languages() {
    return languages;
  }

  /// English, which is written where nothing is known of a language. Its shipped file holds where
  /// an office's own cannot be used.
  LanguageForms standard() {
    LanguageForms english = languages.get(Salutations.DEFAULT_LANGUAGE);
    return english == null ? Objects.requireNonNull(shipped().standard()) : english;
  }
}
