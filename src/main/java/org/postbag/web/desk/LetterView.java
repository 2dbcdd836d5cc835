package org.postbag.web.desk;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// One letter beside its draft, as it is shown.
///
/// @param reason why a person must decide, in plain words
/// @param gate what kept a letter of an unsure topic waiting: how sure, and how sure it must be
/// @param why what Postbag thinks the letter is about, in a sentence
/// @param draft empty when there is no reply
/// @param warnings what must be seen before it is approved
/// @param both the two topics of a joint reply, in words
/// @param topics all topics, the likeliest first; none of them is chosen beside `both`
/// @param likeliest the topics to choose from where there is no reply
/// @param refused why the reply has not left so far, with the mail server's own words
/// @param doubt present when the mail server never confirmed the reply
/// @param earlier what the writer wrote before, the newest first
/// @param replies standard replies to pick whatever the topic
/// @param handling notes, whose letter it is, until when it is put off
/// @param mine what the person who looks may do
record LetterView(
    long id,
    int version,
    Original original,
    String stateWords,
    Optional<String> reason,
    Optional<String> gate,
    boolean urgent,
    Why why,
    Optional<Draft> draft,
    List<WarningView> warnings,
    Optional<String> both,
    List<Choice> topics,
    List<Choice> likeliest,
    List<Choice> replies,
    Optional<Leaving> leaving,
    Optional<String> refused,
    Optional<Doubt> doubt,
    List<Line> history,
    List<Earlier> earlier,
    HandlingView handling,
    Actions mine) {
  /// Whether no topic is in force, or one that is no longer configured.
  public boolean topicless() {
    return both.isEmpty() && topics.stream().noneMatch(Choice::chosen);
  }

  /// What the button says that approves.
  public String approve() {
    return WarningView.label("Approve", warnings);
  }

  /// What the writer wrote before, in a few words; empty for the first letter.
  public String before() {
    long answered = earlier.stream().filter(other -> other.answered().isPresent()).count();
    String letters = earlier.size() == 1 ? "1 letter before" : earlier.size() + " letters before";
    return earlier.isEmpty()
        ? ""
        : letters
            + earlier.stream()
                .flatMap(other -> other.answered().stream())
                .findFirst()
                .map(at -> (answered == 1 ? ", answered " : ", last answered ") + at)
                .orElse(", none answered");
  }

  /// The letter that came.
  ///
  /// @param greeted how a reply begins, and where the name in it comes from
  /// @param home the writer's postcode, and whether it is one of the constituency's
  /// @param doubts what the mail server or a look at the address says against its being theirs
  /// @param language of the letter, where it is not English
  /// @param rest the whole text, where the writer's own words are only a part of it
  /// @param folded what the rest is, and how many lines of it
  /// @param problems what was wrong with its bytes
  record Original(
      String who,
      String address,
      String received,
      Optional<String> greeted,
      Optional<String> home,
      List<String> doubts,
      Optional<String> language,
      List<Highlighting.Piece> subject,
      List<Highlighting.Piece> text,
      Optional<String> rest,
      String folded,
      boolean hasHtml,
      List<Attachment> attachments,
      List<String> problems) {}

  /// @param shown whether the desk can show it
  record Attachment(int number, String name, String size, boolean shown) {}

  /// @param spokeFor words that spoke for the topic, `against` those that spoke against it
  record Why(String sentence, List<String> spokeFor, List<String> against) {}

  /// The reply.
  ///
  /// @param elsewhere whether `to` is somebody else than the letter's writer
  /// @param html rendered, safe by construction: raw HTML is escaped, links are http, mailto or tel
  /// @param edition which version of the standard reply it is, and how long it is good
  /// @param byHand whether a person wrote it, or picked it whatever the topic
  /// @param changes what was changed in the standard reply; empty when nothing was
  /// @param attached the names of files that leave with it
  /// @param quote the letter as it is quoted below; empty when it is not
  record Draft(
      String to,
      boolean elsewhere,
      String subject,
      String markdown,
      String html,
      @Nullable String standard,
      Optional<String> edition,
      boolean byHand,
      boolean edited,
      List<Difference.Piece> changes,
      List<String> attached,
      String quote) {}

  record Choice(String id, String title, boolean chosen) {}

  /// An approved reply in its undo window.
  record Leaving(String by, String at, long seconds) {}

  /// A reply of which nobody knows whether it left.
  ///
  /// @param why how the doubt came up
  /// @param words what is known, a sentence each
  record Doubt(String why, List<String> words) {}

  record Line(String when, String text) {}

  /// Another letter of the writer, or of the thread.
  ///
  /// @param what its topic or subject
  /// @param outcome its state, or when it was answered and with which standard reply
  /// @param answered when its reply was approved
  /// @param open whether nobody has decided it yet
  /// @param thread whether the letter that is shown refers to its reply
  record Earlier(
      long id,
      String when,
      String what,
      String outcome,
      Optional<String> answered,
      boolean open,
      boolean thread) {}

  /// What can be done with the letter now.
  record Actions(
      boolean approve,
      boolean edit,
      boolean close,
      boolean assign,
      boolean undo,
      boolean reopen,
      boolean settle,
      boolean readdress,
      boolean wake,
      boolean handle) {
    /// Whether there is anything to be done.
    public boolean any() {
      return assign || undo || reopen || settle || wake || handle;
    }
  }
}
