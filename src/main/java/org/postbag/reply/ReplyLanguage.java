package org.postbag.reply;

import org.postbag.catalog.Markdown;
import org.postbag.catalog.StandardReply;
import org.postbag.email.Letter;
import org.postbag.email.text.Languages;

/// The language in which a standard reply speaks to the writer of a letter.
final class ReplyLanguage {
  private ReplyLanguage() {}

  /// The letter's, where the reply's file names it; else the first that the file names; else what
  /// the reply's own text tells.
  static String of(StandardReply reply, Letter letter) {
    if (reply.languages().contains(letter.language())) {
      return letter.language();
    }
    return reply.languages().stream()
        .findFirst()
        .orElseGet(() -> Languages.of(Markdown.text(reply.markdown())));
  }
}
