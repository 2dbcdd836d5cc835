package org.postbag.search;

import java.util.Iterator;
import java.util.List;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;

/// Words that are stems already, as a Lucene token stream.
final class StemmedWords extends TokenStream {
  /// Lucene rejects terms of more than 32766 bytes; no word is a tenth of that long.
  private static final int MAX_LENGTH = 200;

  private final CharTermAttribute term = addAttribute(CharTermAttribute.class);
  private final Iterator<String> stems;

  StemmedWords(List<String> stems) {
    this.stems = stems.iterator();
  }

  @Override
  public boolean incrementToken() {
    if (!stems.hasNext()) {
      return false;
    }
    clearAttributes();
    String stem = stems.next();
    term.append(stem, 0, Math.min(MAX_LENGTH, stem.length()));
    return true;
  }
}
