package org.postbag.matching.tuning;

import java.util.List;
import java.util.Optional;
import org.postbag.catalog.CatalogFile;
import org.postbag.catalog.CatalogFiles;
import org.postbag.catalog.Problem;

/// What became of a change that was to be saved.
public sealed interface Saving {
  /// It stands in its file and is in force.
  ///
  /// @param remarks what `check` remarks on the changed files
  record Saved(List<Problem> remarks) implements Saving {
    public Saved {
      remarks = List.copyOf(remarks);
    }
  }

  /// The file is no longer the one that was seen; nothing was written.
  ///
  /// @param now what stands there; empty when it is gone
  record Conflict(CatalogFile file, Optional<CatalogFiles.Content> now) implements Saving {}

  /// It has mistakes; nothing was written.
  record Refused(List<Problem> problems) implements Saving {
    public Refused {
      problems = List.copyOf(problems);
    }
  }
}
