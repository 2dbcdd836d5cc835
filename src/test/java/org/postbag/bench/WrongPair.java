package org.postbag.bench;

import java.nio.charset.StandardCharsets;
import java.util.function.UnaryOperator;
import org.postbag.catalog.Catalog;
import org.postbag.catalog.TopicId;
import org.postbag.demo.DemoMailServer;
import org.postbag.demo.SampleLetter;

/// A letter of the sample mailbox made so that the standard reply of its topic must not leave
/// unseen.
enum WrongPair {
  /// Its topic is not among the office's: any reply is another matter's.
  NO_SUCH_TOPIC(text -> text),
  /// Somebody in need stands in the middle of it.
  IN_NEED(text ->
      behindHeader(
          text, "I have had a section 21 notice. On Friday my children and I will be homeless.")),
  /// The reply would go to a stranger.
  DIVERTED(text -> "Reply-To: someone@stranger.example\r\n" + text),
  /// It was written to somebody else.
  A_COPY(text ->
      text.replaceFirst(
          "(?m)^To: [^\r]*", "To: minister@department.example\r\nCc: " + DemoMailServer.OFFICE)),
  /// It asks about something else as well.
  TWO_MATTERS(text ->
      behindHeader(
          text,
          "The 47 bus to the hospital was cut to one an hour and the bus stop has lost its timetable."
              + " Will you speak to the bus company about our bus service? My energy bill has doubled"
              + " too: the standing charge and the price cap make gas and electricity dearer."));

  @SuppressWarnings("ImmutableEnumChecker") // functions without state
  private final UnaryOperator<String> spoil;

  @SuppressWarnings("ImmutableEnumChecker") // the functions have no state
  WrongPair(UnaryOperator<String> spoil) {
    this.spoil = spoil;
  }

  SampleLetter of(SampleLetter letter) {
    String text = new String(letter.bytes(), StandardCharsets.ISO_8859_1);
    return new SampleLetter(letter.name(), spoil.apply(text).getBytes(StandardCharsets.ISO_8859_1));
  }

  Catalog topics(TopicId own) {
    return this == NO_SUCH_TOPIC ? SampleOffice.without(own) : SampleOffice.shipped();
  }

  private static String behindHeader(String text, String paragraph) {
    int body = text.indexOf("\r\n\r\n") + 4;
    return text.substring(0, body) + paragraph + "\r\n\r\n" + text.substring(body);
  }
}
