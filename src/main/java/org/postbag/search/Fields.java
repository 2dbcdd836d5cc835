package org.postbag.search;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.LowerCaseFilter;
import org.apache.lucene.analysis.miscellaneous.ASCIIFoldingFilter;
import org.apache.lucene.analysis.standard.StandardTokenizer;
import org.apache.lucene.document.BinaryDocValuesField;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.LongField;
import org.apache.lucene.document.StoredField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.document.TextField;
import org.apache.lucene.index.Term;
import org.apache.lucene.util.BytesRef;
import org.postbag.catalog.TopicId;
import org.postbag.classifier.text.Passage;
import org.postbag.classifier.text.Shingles;
import org.postbag.classifier.text.Token;
import org.postbag.classifier.text.Tokenizer;

/// The fields of a letter's document.
final class Fields {
  /// The letter's number: as a term to replace its document by, as a number to sort and page by.
  static final String LETTER = "letter";

  static final String NUMBER = "number";

  /// All words of writer, subject, text and approved reply, unstemmed: what people search in.
  static final String WRITTEN = "written";

  /// The topic that staff gave it.
  static final String DECIDED = "decided";

  /// The shingles of a decided letter, to compare others with.
  static final String SHINGLES = "runs";

  private static final String WHO = "who";
  private static final String SUBJECT = "subject";
  private static final String TEXT = "text";
  private static final String LANGUAGE = "language";
  private static final String REPLY = "reply";

  /// The matcher reads no further either.
  private static final int MAX_STORED = 4000;

  /// A longer letter is found by its beginning only.
  private static final int MAX_SEARCHED = 50_000;

  private Fields() {}

  /// Splits by UAX #29, lower case, without accents.
  static Analyzer analyzer() {
    return new Analyzer() {
      @Override
      protected TokenStreamComponents createComponents(String field) {
        StandardTokenizer words = new StandardTokenizer();
        return new TokenStreamComponents(words, new ASCIIFoldingFilter(new LowerCaseFilter(words)));
      }
    };
  }

  static Term key(long letter) {
    return new Term(LETTER, Long.toString(letter));
  }

  static Document document(IndexedLetter letter) {
    Passage passage = letter.passage();
    Document document = new Document();
    document.add(new StringField(LETTER, Long.toString(letter.id()), Field.Store.YES));
    document.add(new LongField(NUMBER, letter.id(), Field.Store.NO));
    document.add(new TextField(WRITTEN, letter.who(), Field.Store.NO));
    document.add(new TextField(WRITTEN, passage.subject(), Field.Store.NO));
    document.add(new TextField(WRITTEN, head(passage.text(), MAX_SEARCHED), Field.Store.NO));
    letter.decided().ifPresent(topic -> addDecision(document, passage, topic));
    letter.reply().ifPresent(text -> addReply(document, text));
    document.add(new StoredField(WHO, letter.who()));
    document.add(new StoredField(SUBJECT, passage.subject()));
    document.add(new StoredField(TEXT, head(passage.text(), MAX_STORED)));
    document.add(new StoredField(LANGUAGE, passage.language()));
    return document;
  }

  /// The field with the stems of another field.
  static String stemsOf(String field) {
    return field + ".stem";
  }

  /// Only decided letters are compared with others, so only they need shingles.
  private static void addDecision(Document document, Passage passage, TopicId topic) {
    document.add(new StoredField(DECIDED, topic.value()));
    document.add(new BinaryDocValuesField(DECIDED, new BytesRef(topic.value())));
    document.add(
        new BinaryDocValuesField(SHINGLES, new BytesRef(Shingles.of(passage).set().toBytes())));
  }

  private static void addReply(Document document, String text) {
    document.add(new TextField(WRITTEN, head(text, MAX_SEARCHED), Field.Store.NO));
    document.add(new StoredField(REPLY, head(text, MAX_STORED)));
  }

  static List<String> stems(Passage passage) {
    List<String> stems = new ArrayList<>();
    for (Token token : Tokenizer.of(passage)) {
      if (!token.stopWord()) {
        stems.add(token.term());
      }
    }
    return stems;
  }

  static IndexedLetter letter(Document document) {
    return new IndexedLetter(
        Long.parseLong(document.get(LETTER)),
        document.get(WHO),
        new Passage(document.get(SUBJECT), document.get(TEXT), document.get(LANGUAGE)),
        Optional.ofNullable(document.get(DECIDED)).map(TopicId::new),
        Optional.ofNullable(document.get(REPLY)));
  }

  private static String head(String text, int most) {
    return text.length() <= most ? text : text.substring(0, most);
  }
}
