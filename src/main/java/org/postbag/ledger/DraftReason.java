package org.postbag.ledger;

import java.util.Locale;

/// Why a draft does not simply wait for approval, or why there is none.
public enum DraftReason implements ReviewReason {
  UNSURE("Topic unsure", "Postbag is not sure what this letter is about."),
  NO_TOPIC("No topic fits", "None of your topics fits this letter."),
  TWO_TOPICS(
      "More than one topic",
      "This letter is about more than one topic. Check that the reply answers all you want to answer;"
          + " choose a topic to answer that one alone."),
  STANCE_UNSURE(
      "For or against?",
      "Postbag is not sure which side the writer takes. Keep the paragraphs for it, and remove the"
          + " others with their marks."),
  OWN_WORDS(
      "Own words added",
      "The writer has added words of their own to a campaign’s letter. Please read them."),
  NO_REPLY_FILE("No standard reply", "This topic has no standard reply."),
  REPLY_EXPIRED(
      "Standard reply out of date", "The standard reply for this topic is past its date."),
  HELP_UNREAD(
      "Language not known",
      "Postbag knows no signs of help in this letter’s language. Please see whether the writer needs"
          + " help."),
  OTHER_LANGUAGE(
      "Another language", "The letter is in a language that the standard reply does not cover."),
  IMPORTED(
      "Older letter", "The letter is older than Postbag’s first start, so no reply was drafted."),
  ANSWERED_BEFORE("Answered before", "This person has had this standard reply recently."),
  FOLLOW_UP(
      "Answers our reply",
      "This letter answers a reply of yours. Please read it with what went before; the same standard"
          + " reply is not offered again."),
  FLOOD(
      "Very many letters",
      "This address has written very often in the last day, or many replies would go to it."),
  CONVERSATION(
      "Answers every reply",
      "This letter answers a reply of yours, and several replies went there before: perhaps a machine"
          + " answers them."),
  DRAFTS_STOPPED(
      "Drafting stopped",
      "Many more drafts than usual were made, so Postbag stopped. This letter gets its draft when"
          + " somebody lets it go on."),
  NOTHING_TO_READ(
      "Nothing to read",
      "Postbag found no sentence of the writer’s own in this letter. Please look at its attachments"
          + " and at the original."),
  UNREADABLE(
      "Could not be read",
      "Postbag could not read this letter. Please read it in your mail program.");

  private final String brief;
  private final String sentence;

  DraftReason(String brief, String sentence) {
    this.brief = brief;
    this.sentence = sentence;
  }

  @Override
  public String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  @Override
  public String brief() {
    return brief;
  }

  @Override
  public String sentence() {
    return sentence;
  }
}
