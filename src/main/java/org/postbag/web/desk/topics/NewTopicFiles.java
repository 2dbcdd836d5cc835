package org.postbag.web.desk.topics;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.postbag.catalog.CatalogFile;
import org.postbag.catalog.ReplyFields;
import org.postbag.catalog.ReplyText;
import org.postbag.catalog.TopicFields;
import org.postbag.catalog.TopicId;
import org.postbag.catalog.TopicName;
import org.postbag.catalog.TopicText;
import org.postbag.matching.tuning.CatalogEditor;
import org.postbag.matching.tuning.FileChange;

/// The files of a new topic, and their name.
record NewTopicFiles(CatalogEditor editor) {
  /// Stands in the form for a reply that is written there.
  static final String OWN_REPLY = "+";

  TopicId name(String title) {
    return new TopicId(TopicName.of(title, this::isTaken));
  }

  /// The reply before the topic that names it.
  List<FileChange> of(TopicId id, TopicFields fields, String letter, String expires) {
    List<FileChange> changes = new ArrayList<>();
    boolean own = fields.reply().filter(OWN_REPLY::equals).isPresent();
    if (own) {
      ReplyFields reply =
          new ReplyFields(
              Optional.empty(),
              Optional.empty(),
              Optional.empty(),
              Optional.of(expires).filter(day -> !day.isEmpty()),
              letter);
      changes.add(
          new FileChange(
              CatalogFile.reply(id.value()),
              Optional.empty(),
              Optional.of(ReplyText.fresh(reply))));
    }
    Optional<String> name = own ? Optional.of(id.value()) : fields.reply();
    String topic =
        TopicText.fresh(new TopicFields(fields.title(), name, fields.keywords(), fields.rule()));
    changes.add(
        new FileChange(CatalogFile.topic(id.value()), Optional.empty(), Optional.of(topic)));
    return changes;
  }

  private boolean isTaken(String name) {
    return editor.read(CatalogFile.topic(name)).isPresent()
        || editor.read(CatalogFile.reply(name)).isPresent();
  }
}
