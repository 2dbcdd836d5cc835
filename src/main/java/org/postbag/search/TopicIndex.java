package org.postbag.search;

import static java.util.stream.Collectors.toMap;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.StringField;
import org.apache.lucene.document.TextField;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.apache.lucene.store.Directory;
import org.postbag.catalog.Catalog;
import org.postbag.catalog.Keyword;
import org.postbag.catalog.StandardReply;
import org.postbag.catalog.Topic;
import org.postbag.catalog.TopicId;
import org.postbag.classifier.text.Passage;

/// The topics and their standard replies, one document each: title, keywords by weight, exclusions,
/// and the reply's text. Immutable, in memory; building it takes milliseconds.
public final class TopicIndex {
  private static final String TOPIC = "topic";
  private static final String TITLE = "title";
  private static final String KEYWORD = "keyword";
  private static final String EXCLUDED = "excluded";
  private static final String REPLY = "reply";

  /// The boost of each field. Measured with letters as queries: the reply's text helps with a small
  /// weight and hurts with a full one, because it also says much that is not its topic.
  private static final Map<String, Float> WEIGHTS = Map.of(TITLE, 1f, KEYWORD, 1f, REPLY, 0.3f);

  private final IndexSearcher searcher;
  private final LikeQueries like;

  public TopicIndex(Catalog catalog) {
    try {
      Directory memory = new ByteBuffersDirectory();
      try (IndexWriter writer = new IndexWriter(memory, new IndexWriterConfig(Fields.analyzer()))) {
        for (Topic topic : catalog.all()) {
          writer.addDocument(document(topic, catalog));
        }
      }
      searcher = new IndexSearcher(DirectoryReader.open(memory));
      like =
          new LikeQueries(
              searcher.getIndexReader(),
              WEIGHTS.entrySet().stream()
                  .collect(toMap(e -> Fields.stemsOf(e.getKey()), Map.Entry::getValue)));
    } catch (IOException e) {
      throw new UncheckedIOException("an index in memory cannot fail to be written", e);
    }
  }

  private static Document document(Topic topic, Catalog catalog) {
    Document document = new Document();
    document.add(new StringField(TOPIC, topic.id().value(), Field.Store.YES));
    document.add(new TextField(TITLE, topic.title(), Field.Store.NO));
    document.add(stems(TITLE, topic.title()));
    for (Keyword keyword : topic.keywords()) {
      String field = keyword.excluded() ? EXCLUDED : KEYWORD;
      document.add(new TextField(field, keyword.text(), Field.Store.NO));
      for (int times = 0; times < Math.ceil(keyword.weight()); times++) {
        document.add(stems(field, keyword.text()));
      }
    }
    catalog
        .replyOf(topic)
        .map(StandardReply::markdown)
        .ifPresent(text -> {
          document.add(new TextField(REPLY, text, Field.Store.NO));
          document.add(stems(REPLY, text));
        });
    return document;
  }

  private static Field stems(String field, String text) {
    return new TextField(Fields.stemsOf(field), new StemmedWords(Fields.stems(Passage.of(text))));
  }

  /// The topics that have all given words in title, keywords or reply, at least as prefixes; quoted
  /// words must be adjacent. The best first.
  public List<TopicId> find(String words) {
    return search(WordsQuery.of(words, WEIGHTS), Integer.MAX_VALUE);
  }

  /// The topics most similar to a letter, by BM25, best first.
  public List<TopicId> like(Passage letter, int limit) {
    return search(like.of(Fields.stems(letter)), limit);
  }

  private List<TopicId> search(Query query, int limit) {
    try {
      int most = Math.clamp(limit, 1, Math.max(1, searcher.getIndexReader().maxDoc()));
      List<TopicId> topics = new ArrayList<>();
      for (ScoreDoc hit : searcher.search(query, most).scoreDocs) {
        topics.add(new TopicId(searcher.storedFields().document(hit.doc).get(TOPIC)));
      }
      return topics;
    } catch (IOException e) {
      throw new UncheckedIOException("an index in memory cannot fail to be read", e);
    }
  }
}
