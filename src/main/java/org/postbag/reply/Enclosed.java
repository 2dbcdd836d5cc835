package org.postbag.reply;

import java.util.List;
import org.postbag.catalog.StandardReply;

/// What leaves together with a reply's text.
///
/// @param attachments files of the standard reply, by path and content
/// @param quote the letter that is answered, as plain text: one line that says who wrote when, and
///   the writer's words behind it; empty when it is not quoted
public record Enclosed(List<StandardReply.Attachment> attachments, String quote) {
  /// Nothing but the text.
  public static final Enclosed NONE = new Enclosed(List.of(), "");

  public Enclosed {
    attachments = List.copyOf(attachments);
  }

  /// The same, with the files of a standard reply as they are now.
  public Enclosed with(List<StandardReply.Attachment> others) {
    return new Enclosed(others, quote);
  }
}
