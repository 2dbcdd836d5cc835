package org.postbag.intake.imap;

import java.util.Optional;
import java.util.regex.Pattern;

/// One thing that goes wrong on the way: at which line, how often, and what happens instead.
///
/// @param fromServer whose line it is
/// @param line what the line must contain, without regard to case
/// @param nth at which of the matching lines; 0: at each
/// @param after waits until the other side has sent a line that contains this
public record Fault(boolean fromServer, Pattern line, int nth, Optional<Pattern> after, Act act) {
  /// What happens at the line.
  public sealed interface Act {
    /// The line goes on and so many octets after it, then the connection ends.
    record CutAfter(int octets) implements Act {}

    /// The connection ends before the line goes on.
    record HangUp() implements Act {}

    /// The line goes no further; its sender gets this answer. `{tag}` is the line's first word.
    record Answer(String text, boolean hangUp) implements Act {}

    record Replace(String what, String with) implements Act {}

    /// Words that the other side never said, before and after the line.
    record Around(String before, String then) implements Act {}

    record Swallow() implements Act {}

    /// Nothing goes on any more in this direction, and the connection stays.
    record FallSilent() implements Act {}

    record Delay(long millis) implements Act {}

    /// From here on so many octets a second go on, and no more.
    record Trickle(int octetsASecond) implements Act {}
  }

  public static Fault fromServer(String line, Act act) {
    return new Fault(true, pattern(line), 1, Optional.empty(), act);
  }

  public static Fault fromClient(String line, Act act) {
    return new Fault(false, pattern(line), 1, Optional.empty(), act);
  }

  public Fault atEach() {
    return at(0);
  }

  public Fault at(int number) {
    return new Fault(fromServer, line, number, after, act);
  }

  public Fault after(String others) {
    return new Fault(fromServer, line, nth, Optional.of(pattern(others)), act);
  }

  private static Pattern pattern(String regex) {
    return Pattern.compile(regex, Pattern.CASE_INSENSITIVE);
  }
}
