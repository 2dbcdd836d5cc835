package org.postbag.past.made;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.postbag.email.Address;
import org.postbag.email.Letter;
import org.postbag.email.LetterReader;
import org.postbag.intake.Screening;
import org.postbag.past.Direction;
import org.postbag.past.PastLetter;

/// A letter of the invented office's mailbox, with the truth about it.
///
/// @param number counts all letters of a mailbox
/// @param folder where it stands in the mailbox
/// @param at when it was written, when it came, when it was sent: no two letters of a mailbox share
///   the second
/// @param matter which of the thirty matters it is about; of a sent letter, whose standard reply it
///   is
/// @param wording which wording of the standard reply it has, from 0; -1 of all others
/// @param register in which kind of words a received letter is written
/// @param answers the number of the received letter that a sent one answers
/// @param threaded whether a sent letter names what it answers in its header
/// @param campaign whether it is one of many in the same words
/// @param edited whether somebody put a sentence into the standard reply
/// @param optional whether the standard reply has the paragraph that only some have
public record MadeLetter(
    int number,
    Direction direction,
    String folder,
    Instant at,
    Kind kind,
    Optional<String> matter,
    int wording,
    String register,
    OptionalInt answers,
    boolean threaded,
    boolean campaign,
    boolean edited,
    boolean optional,
    String rfc822) {
  private static final Set<Address> OWN = Set.of(Address.parse(MadeOffice.ADDRESS).orElseThrow());

  /// What a letter is.
  public enum Kind {
    /// Received: about one of the matters.
    ON_A_MATTER,
    /// Received: about something of the writer's own.
    OWN_QUESTION,
    /// Received: in another language.
    FOREIGN,
    /// Received: thanks for an answer.
    THANKS,
    SPAM,
    COLLEAGUE,
    /// Received: somebody passes on another person's letter.
    PASSED_ON,
    /// Sent: a standard reply.
    STANDARD_REPLY,
    /// Sent: an answer that was written for one letter.
    BY_HAND,
    /// Sent: a constituent's letter, passed on to somebody else. Answers nothing.
    FORWARD,
    /// Sent: a letter of the office's own accord. Answers nothing.
    OWN_LETTER
  }

  /// The truth about a letter that was read is found by this.
  public String key() {
    return key(direction, at);
  }

  /// The same of a letter that was read.
  public static String key(PastLetter read) {
    return key(read.direction(), read.at());
  }

  private static String key(Direction direction, Instant at) {
    return direction.word() + " " + at.getEpochSecond();
  }

  public byte[] bytes() {
    return rfc822.getBytes(StandardCharsets.UTF_8);
  }

  /// The letter as a reading of the mailbox gives it.
  public PastLetter read() {
    Letter letter = new LetterReader().read(bytes());
    return PastLetter.of(
        new PastLetter.Met("office", folder, direction, at),
        letter,
        direction == Direction.SENT
            ? new Screening.Outcome.Personal()
            : new Screening().screen(letter, OWN));
  }
}
