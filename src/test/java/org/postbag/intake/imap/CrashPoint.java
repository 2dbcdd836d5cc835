package org.postbag.intake.imap;

import java.util.Locale;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.postbag.database.DeathAt;

/// The named points at which the program is killed (goal R1), from the first octet to the mail
/// server to the last commit of a draft. Each is an event that can be seen from outside: a line of
/// IMAP on its way (`>` to the server, `<` from it), or a statement before or after it is done. The
/// code that is tested knows nothing of them.
public enum CrashPoint {
  BEFORE_SIGN_IN("", "> \\S+ (AUTHENTICATE|LOGIN)"),
  SIGN_IN_ANSWERED("> \\S+ (AUTHENTICATE|LOGIN)", "< \\S+ OK"),
  BEFORE_OPENING("", "> \\S+ EXAMINE"),
  OPENED("> \\S+ EXAMINE", "< \\S+ OK"),
  BEFORE_FIRST_CURSOR("", "before INSERT INTO mailbox_cursor"),
  FIRST_CURSOR_WRITTEN("", "after INSERT INTO mailbox_cursor"),
  FIRST_CURSOR_COMMITTED("INSERT INTO mailbox_cursor", "after COMMIT"),
  BEFORE_SEARCH("", "> .*UID SEARCH"),
  SEARCH_ANSWERED("", "< \\* SEARCH"),
  SEARCH_CONFIRMED("UID SEARCH", "< \\S+ OK"),
  BEFORE_LISTING("", "> .*RFC822.SIZE"),
  HALF_LISTED("", "< \\* 20 FETCH .*RFC822.SIZE"),
  LISTED("> .*RFC822.SIZE", "< \\S+ OK"),
  BEFORE_FETCHING("", "> .*BODY.PEEK"),
  BEFORE_FIRST_LETTER("", "< \\* 1 FETCH .*BODY"),
  FIRST_OCTETS("", "< octets"),
  BETWEEN_LETTERS("< octets", "< \\* 20 FETCH .*BODY"),
  BEFORE_FETCH_IS_CONFIRMED("> .*BODY.PEEK", "< \\S+ OK"),
  BEFORE_CURSOR_MOVES("", "before UPDATE mailbox_cursor"),
  CURSOR_MOVED("", "after UPDATE mailbox_cursor"),
  BEFORE_LETTERS("", "before INSERT INTO letter \\("),
  LETTERS_WRITTEN("", "after INSERT INTO letter \\("),
  BEFORE_OCTETS("", "before INSERT INTO letter_raw"),
  OCTETS_WRITTEN("", "after INSERT INTO letter_raw"),
  BEFORE_PLACES("", "before INSERT INTO letter_place"),
  PLACES_WRITTEN("", "after INSERT INTO letter_place"),
  BEFORE_KEEPING_IS_COMMITTED("INSERT INTO letter_place", "before COMMIT"),
  KEPT("INSERT INTO letter_place", "after COMMIT"),
  BEFORE_IDLE("", "> .*IDLE"),
  IDLING("> .*IDLE", "< \\+"),
  BEFORE_STATE("", "before INSERT INTO letter_state"),
  STATE_WRITTEN("", "after INSERT INTO letter_state"),
  BEFORE_CHAIN("letter_state", "before .*ledger_head"),
  LEDGER_ENTRY_WRITTEN("", "after INSERT INTO ledger_entry"),
  BEFORE_DRAFT("", "before INSERT INTO draft"),
  DRAFT_WRITTEN("", "after INSERT INTO draft"),
  BEFORE_DRAFTS_ARE_COMMITTED("INSERT INTO draft", "before COMMIT"),
  DRAFTED("INSERT INTO draft", "after COMMIT"),
  BEFORE_RENUMBERING("", "before UPDATE mailbox_cursor", true),
  PLACES_FORGOTTEN("", "after DELETE FROM letter_place", true),
  RENUMBERED("DELETE FROM letter_place", "after COMMIT", true),
  BEFORE_RECOGNISED("DELETE FROM letter_place", "before INSERT INTO letter_place", true),
  RECOGNISED("INSERT INTO letter_place", "after COMMIT", true);

  private final Pattern armedBy;
  private final Pattern at;
  private final boolean renumbers;

  CrashPoint(String armedBy, String at) {
    this(armedBy, at, false);
  }

  CrashPoint(String armedBy, String at, boolean renumbers) {
    this.armedBy = Pattern.compile(armedBy, Pattern.DOTALL);
    this.at = Pattern.compile("^" + at, Pattern.DOTALL);
    this.renumbers = renumbers;
  }

  /// The stable name, such as `before-fetch-is-confirmed`.
  public String label() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /// Whether the letters get new UIDs before it.
  boolean renumbers() {
    return renumbers;
  }

  /// Kills this process when the point is reached.
  Consumer<String> death() {
    return new DeathAt(armedBy, at);
  }
}
