package org.postbag.reply;

import java.time.ZoneId;
import java.util.Map;
import java.util.Set;
import org.postbag.email.Address;
import org.postbag.people.name.Salutations;
import org.postbag.people.place.Constituency;

/// How replies are made.
///
/// @param own the office's own addresses: nothing is ever answered to them
/// @param signatures what `{{signature}}` stands for, Markdown, by mailbox
/// @param zone where the office is: in it a letter is dated and a standard reply expires
/// @param constituency the postcodes that the office speaks for
/// @param salutations how replies begin
/// @param quotesOriginal whether the letter that is answered stands below its reply
public record ReplySettings(
    Set<Address> own,
    Map<String, String> signatures,
    ZoneId zone,
    Constituency constituency,
    Salutations salutations,
    boolean quotesOriginal) {
  /// Quotes nothing, and begins letters as they are shipped.
  public ReplySettings(
      Set<Address> own, Map<String, String> signatures, ZoneId zone, Constituency constituency) {
    this(own, signatures, zone, constituency, Salutations.STANDARD, false);
  }

  public ReplySettings {
    own = Set.copyOf(own);
    signatures = Map.copyOf(signatures);
  }
}
