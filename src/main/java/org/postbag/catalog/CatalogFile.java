package org.postbag.catalog;

import java.nio.file.Path;

/// A file of the catalog.
///
/// @param name its name without the ending
public record CatalogFile(Kind kind, String name) {
  /// What a file holds, and where such files stand.
  public enum Kind {
    TOPIC("topics", ".yaml"),
    REPLY("replies", ".md");

    private final String folder;
    private final String ending;

    Kind(String folder, String ending) {
      this.folder = folder;
      this.ending = ending;
    }
  }

  /// A name is no path: it leads out of no folder, and is hidden from nobody.
  public CatalogFile {
    name = new TopicId(name).value();
  }

  public static CatalogFile topic(String name) {
    return new CatalogFile(Kind.TOPIC, name);
  }

  public static CatalogFile reply(String name) {
    return new CatalogFile(Kind.REPLY, name);
  }

  Path in(Path config) {
    return config.resolve(kind.folder).resolve(name + kind.ending);
  }

  /// As staff would say where it is.
  @Override
  public String toString() {
    return kind.folder + "/" + name + kind.ending;
  }
}
