package org.postbag.people.help;

import java.util.List;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.OffsetAttribute;
import org.apache.lucene.analysis.tokenattributes.PositionIncrementAttribute;

/// The words of sentences for an index, with positions so far apart between two sentences that no
/// query reaches from one into the next.
final class WordStream extends TokenStream {
  /// More positions than any sentence has words.
  static final int SENTENCE = 1000;

  private final CharTermAttribute term = addAttribute(CharTermAttribute.class);
  private final OffsetAttribute offset = addAttribute(OffsetAttribute.class);
  private final PositionIncrementAttribute step = addAttribute(PositionIncrementAttribute.class);
  private final List<HelpSentence> sentences;
  private int sentence;
  private int word;
  private int position = -1;

  WordStream(List<HelpSentence> sentences) {
    this.sentences = sentences;
  }

  @Override
  public boolean incrementToken() {
    while (sentence < sentences.size() && word == sentences.get(sentence).words().size()) {
      sentence++;
      word = 0;
    }
    if (sentence == sentences.size()) {
      return false;
    }
    clearAttributes();
    HelpSentence.Word next = sentences.get(sentence).words().get(word);
    int at = sentence * SENTENCE + Math.min(word, SENTENCE / 2);
    term.append(next.term());
    offset.setOffset(next.start(), next.end());
    step.setPositionIncrement(at - position);
    position = at;
    word++;
    return true;
  }
}
