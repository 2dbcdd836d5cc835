package org.postbag.web.desk;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/// Why a letter was put before a person, or set aside: the program's short stable words, said in
/// plain English.
enum PlainReason {
  UNSURE("Topic unsure", "Postbag is not sure what this letter is about."),
  NO_TOPIC("No topic fits", "None of your topics fits this letter."),
  TWO_TOPICS(
      "More than one topic",
      "This letter is about more than one topic. Check that the reply answers all you want to answer;"
          + " choose a topic to answer that one alone."),
  OWN_WORDS(
      "Own words added",
      "The writer has added words of their own to a campaign’s letter. Please read them."),
  NO_REPLY_FILE("No standard reply", "This topic has no standard reply."),
  REPLY_EXPIRED(
      "Standard reply out of date", "The standard reply for this topic is past its date."),
  OTHER_LANGUAGE(
      "Another language", "The letter is in a language that the standard reply does not cover."),
  NO_SENDER("No address", "There is no address to answer to."),
  IMPORTED(
      "Older letter", "The letter is older than Postbag’s first start, so no reply was drafted."),
  ANSWERED_BEFORE("Answered before", "This person has had this standard reply recently."),
  FLOOD("Writes very often", "This address has written very often in the last day."),
  UNREADABLE(
      "Could not be read",
      "Postbag could not read this letter. Please read it in your mail program."),
  LIST(
      "Through a list or campaign site",
      "It came through a mailing list or a campaign site. Check that a person wrote it."),
  BULK("Bulk mailing", "It was sent as a bulk mailing. Check that a person wrote it."),
  SUPPRESS_HEADER("Asks for no automatic reply", "The sender asks for no automatic reply."),
  AUTO_FORWARDED(
      "Forwarded automatically",
      "It was forwarded automatically. Check whom the reply would reach."),
  OWN_ADDRESS("Your own address", "It comes from your own address."),
  OWN_MARK("Our own reply", "It is one of Postbag’s own replies, come back."),
  DELIVERY_REPORT("Delivery report", "It is a delivery report."),
  READ_RECEIPT("Read receipt", "It is a read receipt."),
  FEEDBACK_REPORT("Complaint report", "It is a complaint report from a mail provider."),
  AUTO_SUBMITTED("Automatic", "A machine wrote it."),
  AUTO_REPLY_HEADER("Automatic reply", "It is an automatic reply."),
  NULL_RETURN_PATH("Automatic", "A machine wrote it: it has no return address."),
  SYSTEM_SENDER("No person’s address", "It comes from an address that no person reads."),
  CALENDAR("Calendar invitation", "It is a calendar invitation."),
  OUT_OF_OFFICE("Out of office", "It is an out-of-office notice."),
  NEEDS_HELP_SELF_HARM(
      "Read soon: self-harm?",
      "Please read this soon: the writer may be thinking of harming themselves."),
  NEEDS_HELP_THREAT("Read with care: threat?", "Please read this with care: it may hold a threat."),
  NEEDS_HELP_ABUSE(
      "May need help: violence at home", "The writer may be living with violence at home."),
  NEEDS_HELP_HOUSING("May need help: home", "The writer may need help with their home."),
  NEEDS_HELP_BENEFITS(
      "May need help: benefits", "The writer may need help with benefits or a pension."),
  NEEDS_HELP_IMMIGRATION(
      "May need help: immigration", "The writer may need help with their own immigration case."),
  NEEDS_HELP_HEALTH("May need help: health", "The writer may need help with care or treatment."),
  NEEDS_HELP_BEREAVEMENT(
      "May need help: bereavement", "Somebody close to the writer may have died.");

  private final String brief;
  private final String sentence;

  PlainReason(String brief, String sentence) {
    this.brief = brief;
    this.sentence = sentence;
  }

  /// A few words, for a list.
  String brief() {
    return brief;
  }

  /// A whole sentence, for the letter's page.
  String sentence() {
    return sentence;
  }

  /// The reason that the program calls by that word.
  static Optional<PlainReason> of(String word) {
    String name = word.toUpperCase(Locale.ROOT).replace('-', '_');
    return Arrays.stream(values()).filter(reason -> reason.name().equals(name)).findFirst();
  }
}
