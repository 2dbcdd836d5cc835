package org.postbag.classifier.embedding.onnx;

import java.io.IOException;
import java.io.InputStream;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Cuts a text into the pieces of words that BERT's uncased models know, as ids: in small letters
/// and without accents, each punctuation mark and each Chinese character by itself, each word in
/// the longest known pieces from its beginning; a word that has an unknown piece is unknown as a
/// whole.
final class WordPiece {
  private static final int MAX_WORD_LENGTH = 100;
  private static final String CONTINUATION = "##";

  private final Map<String, Integer> ids;
  private final int unknown;
  private final int begin;
  private final int end;

  WordPiece(Map<String, Integer> ids) throws IOException {
    this.ids = Map.copyOf(ids);
    unknown = special("[UNK]");
    begin = special("[CLS]");
    end = special("[SEP]");
  }

  private int special(String piece) throws IOException {
    Integer id = ids.get(piece);
    if (id == null) {
      throw new IOException("the vocabulary has no " + piece);
    }
    return id;
  }

  /// Reads the pieces of a `tokenizer.json`.
  static WordPiece read(InputStream json) throws IOException {
    try {
      Map<String, Integer> ids = new HashMap<>();
      for (Map.Entry<String, JsonNode> piece :
          JsonMapper.shared().readTree(json).path("model").path("vocab").properties()) {
        ids.put(piece.getKey(), piece.getValue().asInt());
      }
      return new WordPiece(ids);
    } catch (JacksonException e) {
      throw new IOException("the vocabulary cannot be read", e);
    }
  }

  /// The ids of a text's pieces, those of its beginning and its end around them.
  ///
  /// @param maxTokens how many ids at most, 2 or more; the rest of the text is left out
  long[] ids(String text, int maxTokens) {
    List<Integer> tokens = new ArrayList<>();
    tokens.add(begin);
    for (String word : words(text)) {
      if (tokens.size() >= maxTokens - 1) {
        break;
      }
      tokens.addAll(pieces(word));
    }
    List<Integer> kept = tokens.subList(0, Math.min(tokens.size(), maxTokens - 1));
    long[] all = new long[kept.size() + 1];
    for (int i = 0; i < kept.size(); i++) {
      all[i] = kept.get(i);
    }
    all[kept.size()] = end;
    return all;
  }

  private static List<String> words(String text) {
    List<String> words = new ArrayList<>();
    StringBuilder word = new StringBuilder();
    Normalizer.normalize(text, Normalizer.Form.NFD)
        .codePoints()
        .filter(c -> !isDropped(c))
        .map(Character::toLowerCase)
        .forEach(c -> {
          boolean separate = isPunctuation(c) || isCjk(c);
          if (separate || isSpace(c)) {
            add(words, word);
          }
          if (!isSpace(c)) {
            word.appendCodePoint(c);
          }
          if (separate) {
            add(words, word);
          }
        });
    add(words, word);
    return words;
  }

  private static void add(List<String> words, StringBuilder word) {
    if (!word.isEmpty()) {
      words.add(word.toString());
      word.setLength(0);
    }
  }

  private static boolean isSpace(int c) {
    return c == '\t' || c == '\n' || c == '\r' || Character.isSpaceChar(c);
  }

  private static boolean isDropped(int c) {
    int type = Character.getType(c);
    boolean control =
        type == Character.CONTROL
            || type == Character.FORMAT
            || type == Character.SURROGATE
            || type == Character.PRIVATE_USE
            || type == Character.UNASSIGNED;
    return type == Character.NON_SPACING_MARK || c == 0xFFFD || (control && !isSpace(c));
  }

  private static boolean isPunctuation(int c) {
    boolean ascii = (c > ' ' && c < '0') || (c > '9' && c < 'A') || (c > 'Z' && c < 'a');
    return ascii
        || (c > 'z' && c < 0x7F)
        || switch (Character.getType(c)) {
          case Character.CONNECTOR_PUNCTUATION,
              Character.DASH_PUNCTUATION,
              Character.START_PUNCTUATION,
              Character.END_PUNCTUATION,
              Character.INITIAL_QUOTE_PUNCTUATION,
              Character.FINAL_QUOTE_PUNCTUATION,
              Character.OTHER_PUNCTUATION ->
              true;
          default -> false;
        };
  }

  private static boolean isCjk(int c) {
    return (c >= 0x3400 && c <= 0x4DBF)
        || (c >= 0x4E00 && c <= 0x9FFF)
        || (c >= 0xF900 && c <= 0xFAFF)
        || (c >= 0x20000 && c <= 0x2CEAF)
        || (c >= 0x2F800 && c <= 0x2FA1F);
  }

  private List<Integer> pieces(String word) {
    if (word.codePointCount(0, word.length()) > MAX_WORD_LENGTH) {
      return List.of(unknown);
    }
    List<Integer> pieces = new ArrayList<>();
    int start = 0;
    while (start < word.length()) {
      int to = word.length();
      Integer id = null;
      while (to > start && id == null) {
        String piece = word.substring(start, to);
        id = ids.get(start == 0 ? piece : CONTINUATION + piece);
        to -= id == null ? 1 : 0;
      }
      if (id == null) {
        return List.of(unknown);
      }
      pieces.add(id);
      start = to;
    }
    return pieces;
  }
}
