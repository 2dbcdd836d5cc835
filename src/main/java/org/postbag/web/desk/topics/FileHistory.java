package org.postbag.web.desk.topics;

import java.util.List;
import java.util.Optional;
import org.postbag.catalog.CatalogFile;
import org.postbag.catalog.CatalogFiles;
import org.postbag.matching.tuning.CatalogEditor;
import org.postbag.matching.tuning.FileVersion;
import org.postbag.web.desk.Times;
import org.springframework.stereotype.Component;

/// The versions of a file, as a page lists them.
@Component
class FileHistory {
  private final CatalogEditor editor;
  private final Times times;

  FileHistory(CatalogEditor editor, Times times) {
    this.editor = editor;
    this.times = times;
  }

  static String page(CatalogFile file) {
    return switch (file.kind()) {
      case TOPIC -> "/topics/" + file.name();
      case REPLY -> "/replies/" + file.name();
    };
  }

  List<VersionRow> of(CatalogFile file) {
    Optional<String> now = editor.read(file).map(CatalogFiles.Content::hash);
    return editor.versions(file).stream().map(version -> row(version, now)).toList();
  }

  private VersionRow row(FileVersion version, Optional<String> now) {
    return new VersionRow(
        page(version.file()) + "/versions/" + version.id(),
        times.of(version.at()),
        who(version),
        now.equals(Optional.of(version.hash())));
  }

  static String who(FileVersion version) {
    String who = version.actor().isEmpty() ? "changed outside of the desk" : version.actor();
    return version.text().isEmpty() ? who + ", removed" : who;
  }

  String when(FileVersion version) {
    return times.of(version.at());
  }
}
