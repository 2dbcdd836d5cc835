package org.postbag.matching.tuning;

import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.postbag.catalog.Catalog;
import org.postbag.catalog.CatalogFile;
import org.postbag.catalog.CatalogFiles;
import org.postbag.catalog.CatalogReader;
import org.postbag.catalog.LiveCatalog;
import org.postbag.catalog.Problem;
import org.postbag.database.Database;
import org.postbag.ledger.Actor;
import org.postbag.matching.keywords.KeywordLint;

/// Changes files of the catalog: one person at a time, checked as `check` does, with every version
/// kept.
public final class CatalogEditor {
  private static final int MOST_VERSIONS = 50;
  private static final String OUTSIDE = "";

  private final CatalogFiles files;
  private final LiveCatalog live;
  private final Database database;
  private final JdbcFileVersions versions;
  private final InstantSource clock;
  private final ZoneId zone;

  /// @param zone where the office is, to know on which day a reply expires
  public CatalogEditor(
      CatalogFiles files, LiveCatalog live, Database database, InstantSource clock, ZoneId zone) {
    this.files = files;
    this.live = live;
    this.database = database;
    this.versions = new JdbcFileVersions(database);
    this.clock = clock;
    this.zone = zone;
  }

  /// What changed files would mean.
  ///
  /// @param catalog that would be in force; files with mistakes as they are in force now
  /// @param problems of the changed files, and errors that the change brings to others
  public record Checked(Catalog catalog, List<Problem> problems) {
    public Checked {
      problems = List.copyOf(problems);
    }

    public boolean hasErrors() {
      return problems.stream().anyMatch(Problem::isError);
    }
  }

  /// What stands in a file now; empty when there is none.
  public Optional<CatalogFiles.Content> read(CatalogFile file) {
    return files.read(file);
  }

  /// What `check` would say, without writing anything.
  public Checked check(List<FileChange> changes) {
    Map<CatalogFile, Optional<String>> texts = new LinkedHashMap<>();
    changes.forEach(change -> texts.put(change.file(), change.text()));
    CatalogReader.Reading then = files.checked(texts);
    Set<String> paths = new HashSet<>();
    texts.keySet().forEach(file -> paths.add(files.path(file)));
    Set<String> known = new HashSet<>();
    files
        .checked(Map.of())
        .problems()
        .forEach(problem -> known.add(problem.file() + problem.message()));
    List<Problem> problems = new ArrayList<>(then.problems());
    problems.addAll(KeywordLint.check(then.catalog(), files.folder().resolve("topics")));
    problems.removeIf(problem ->
        !paths.contains(problem.file())
            && (!problem.isError() || known.contains(problem.file() + problem.message())));
    return new Checked(then.over(live.catalog()), problems);
  }

  /// Writes all of the files, or none of them.
  public synchronized Saving save(List<FileChange> changes, Actor by) {
    for (FileChange change : changes) {
      Optional<CatalogFiles.Content> now = files.read(change.file());
      if (!now.map(CatalogFiles.Content::hash).equals(change.seen())) {
        return new Saving.Conflict(change.file(), now);
      }
    }
    Checked checked = check(changes);
    if (checked.hasErrors()) {
      return new Saving.Refused(checked.problems());
    }
    database.doInTransaction(() -> changes.forEach(change -> write(change, by)));
    live.reload();
    return new Saving.Saved(checked.problems());
  }

  private void write(FileChange change, Actor by) {
    noteOutsideChange(change.file());
    String hash = change.text().map(text -> CatalogFiles.Content.of(text).hash()).orElse("");
    versions.insert(change.file(), change.text(), hash, by.name(), clock.instant());
    change
        .text()
        .ifPresentOrElse(
            text -> files.write(change.file(), text), () -> files.delete(change.file()));
  }

  /// What an editor saved is a version too, so that it can be gone back to.
  private void noteOutsideChange(CatalogFile file) {
    Optional<CatalogFiles.Content> now = files.read(file);
    String last = versions.of(file, 1).stream().map(FileVersion::hash).findFirst().orElse("");
    now.filter(content -> !content.hash().equals(last))
        .ifPresent(content ->
            versions.insert(
                file, Optional.of(content.text()), content.hash(), OUTSIDE, clock.instant()));
  }

  /// The newest versions of a file, the newest first.
  public List<FileVersion> versions(CatalogFile file) {
    return versions.of(file, MOST_VERSIONS);
  }

  public Optional<FileVersion> version(long id) {
    return versions.find(id);
  }

  /// Today, where the office is.
  public LocalDate today() {
    return LocalDate.ofInstant(clock.instant(), zone);
  }
}
