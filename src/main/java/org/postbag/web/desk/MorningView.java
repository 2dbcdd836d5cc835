package org.postbag.web.desk;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// The first page: what needs eyes first, what leaves, what went wrong.
///
/// @param waits how many letters are undecided
/// @param oldest how long the oldest of them waits; null for none
/// @param next the one thing to do next; null when nothing waits
/// @param help letters in which somebody may need help at once
/// @param helpAll how many there are
/// @param groups campaigns, each one decision
/// @param grouped how many letters these hold
/// @param unsure letters for a person, the least certain first
/// @param ready letters with a draft, the least certain first
/// @param lastLeaves when the last approved reply leaves; null when nobody can say
record MorningView(
    long waits,
    @Nullable String oldest,
    @Nullable Next next,
    List<Row> help,
    long helpAll,
    List<GroupCard> groups,
    long grouped,
    List<Row> unsure,
    long unsureAll,
    List<Row> ready,
    long readyAll,
    long leaving,
    @Nullable String lastLeaves,
    List<Wrong> wrong,
    List<Mailbox> mailboxes) {

  /// What a button leads to.
  record Next(String label, String href) {}

  /// A campaign.
  ///
  /// @param topic what staff call its topic; empty where no reply fits yet
  /// @param says what all of its letters say, in a line
  /// @param apart how many differ
  record GroupCard(
      long letters,
      String name,
      String topic,
      String says,
      long ready,
      long apart,
      String age,
      String href) {}

  /// Letters that something went wrong with.
  record Wrong(String what, String href) {}

  /// How a mailbox fares.
  ///
  /// @param trouble what is wrong; empty when nothing is
  record Mailbox(String name, String read, String trouble) {}
}
