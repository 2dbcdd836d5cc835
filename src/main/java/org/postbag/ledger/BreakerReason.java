package org.postbag.ledger;

/// Why drafting or sending stopped by itself for a mailbox, a topic or a recipient, or went on.
/// Such an entry is of the office and names neither: the table `breaker` does, under the same
/// instant, so that erasing a person leaves the chain whole.
public enum BreakerReason implements Reason {
  TOO_MANY_DRAFTS("breaker-drafts", "Drafting stopped: many more drafts than usual in an hour."),
  TOO_MANY_REPLIES(
      "breaker-replies", "Sending to one recipient stopped: too many replies in a day."),
  CONVERSATION(
      "breaker-conversation",
      "Sending to one recipient stopped: perhaps two automatic responders answer each other."),
  BOUNCES("breaker-bounces", "Sending stopped: too many replies of one day did not arrive."),
  ENDED("breaker-ended", "A person let go on what had stopped by itself.");

  private final String word;
  private final String sentence;

  BreakerReason(String word, String sentence) {
    this.word = word;
    this.sentence = sentence;
  }

  @Override
  public String word() {
    return word;
  }

  @Override
  public String sentence() {
    return sentence;
  }
}
