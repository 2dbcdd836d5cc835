package org.postbag.sending.smtp;

/// Ends a conversation early, with what became of it.
final class NotDelivered extends Exception {
  private static final long serialVersionUID = 1;

  private final transient Answer answer;

  NotDelivered(Answer answer) {
    super(answer.toString());
    this.answer = answer;
  }

  Answer answer() {
    return answer;
  }
}
