package org.postbag.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.postbag.catalog.Catalog;
import org.postbag.catalog.Placeholder;
import org.postbag.catalog.Problem;
import org.postbag.catalog.StandardReply;
import org.postbag.review.ReplyCheck;

/// Standard replies from which no draft could be approved, because something is left open in them.
final class UnsendableReplies {
  private UnsendableReplies() {}

  /// A remark for each gap.
  static List<Problem> in(Catalog catalog, Path folder) {
    List<Problem> problems = new ArrayList<>();
    for (StandardReply reply : catalog.replies().values()) {
      String file = folder.resolve(reply.name() + ".md").toString();
      String filled = Placeholder.fill(reply.markdown(), _ -> "filled in");
      for (String gap : ReplyCheck.problems("a subject", filled)) {
        problems.add(
            Problem.warning(
                file, 0, "no draft of this can be approved: " + gap, "write out what is missing"));
      }
    }
    return problems;
  }
}
