package org.postbag.reply;

import java.util.List;
import java.util.stream.Stream;

/// Drafts that become durable together. Immutable.
public record DraftBatch(List<Draft> drafts) {
  public static final DraftBatch EMPTY = new DraftBatch(List.of());

  public DraftBatch {
    drafts = List.copyOf(drafts);
  }

  /// This batch and one more.
  public DraftBatch with(Draft next) {
    return new DraftBatch(Stream.concat(drafts.stream(), Stream.of(next)).toList());
  }
}
