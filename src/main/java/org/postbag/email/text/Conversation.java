package org.postbag.email.text;

import java.util.Locale;
import java.util.Set;

/// What the header says of how a text came about: it decides what an unquoted message below it is.
///
/// @param reply whether the letter answers another one
/// @param forward whether its subject says that it forwards one
/// @param recipients the addresses it went to, in lower case: what they wrote is history
/// @param writer the display name of the writer, empty when there is none
public record Conversation(boolean reply, boolean forward, Set<String> recipients, String writer) {
  public static final Conversation NONE = new Conversation(false, false, Set.of(), "");

  public Conversation {
    recipients = Set.copyOf(recipients);
  }

  /// Whether the message under `head` is history, rather than something that the writer pasted in
  /// to show it.
  boolean isHistory(String head) {
    return reply || names(head);
  }

  private boolean names(String head) {
    String lower = head.toLowerCase(Locale.ROOT);
    return recipients.stream().anyMatch(lower::contains);
  }
}
