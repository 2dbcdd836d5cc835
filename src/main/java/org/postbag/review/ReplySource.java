package org.postbag.review;

import org.postbag.email.NamedAddress;
import org.postbag.reply.ChosenReply;

/// Where replies come from that a person picks or begins.
public interface ReplySource {
  /// The standard reply of that name for that letter; no answer when it may not be used.
  ChosenReply picked(long letter, String replyName);

  /// A greeting and a signature; no answer when there is nobody to answer to.
  ChosenReply blank(long letter);

  /// A message to somebody else with the letter quoted.
  ChosenReply forward(long letter, NamedAddress to);
}
