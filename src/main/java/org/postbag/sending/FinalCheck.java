package org.postbag.sending;

import java.util.Optional;
import java.util.function.Supplier;
import org.postbag.catalog.Catalog;
import org.postbag.catalog.StandardReply;
import org.postbag.ledger.Ledger;
import org.postbag.ledger.WithheldReason;
import org.postbag.review.Approval;
import org.postbag.review.Releases;
import org.postbag.review.ReplyCheck;
import org.postbag.review.ReplyHash;

/// The last look at a reply, inside the transaction that claims it: is it what was approved, is it
/// whole, and does what it was made from still stand?
final class FinalCheck {
  private final Supplier<Catalog> catalog;
  private final Releases releases;
  private final JdbcRefusedAddresses refusals;
  private final Ledger ledger;

  FinalCheck(
      Supplier<Catalog> catalog, Releases releases, JdbcRefusedAddresses refusals, Ledger ledger) {
    this.catalog = catalog;
    this.releases = releases;
    this.refusals = refusals;
    this.ledger = ledger;
  }

  /// A reply whose text was read before its claim, outside of the transaction for which all other
  /// claims wait. The hash in the transaction proves that it is still this text.
  ///
  /// @param isWhole whether nothing is left open in subject and text
  record Inspected(Approval approval, boolean isWhole) {
    static Inspected of(Approval approval) {
      return new Inspected(
          approval, ReplyCheck.problems(approval.thread().subject(), approval.text()).isEmpty());
    }

    private boolean isSameText(Approval current) {
      return hashOf(current).equals(current.hash()) && current.hash().equals(approval.hash());
    }
  }

  /// What speaks against sending it; empty when nothing does.
  ///
  /// @param approval as it stands in the transaction
  Optional<WithheldReason> objection(Approval approval, Inspected seen) {
    if (!seen.isSameText(approval) || !releases.hasSameWarnings(approval)) {
      return Optional.of(WithheldReason.CHANGED_AFTER_APPROVAL);
    }
    if (!seen.isWhole()) {
      return Optional.of(WithheldReason.UNFINISHED);
    }
    if (isOutdated(approval)) {
      return Optional.of(WithheldReason.REPLY_CHANGED);
    }
    return isRefusedAddress(approval)
        ? Optional.of(WithheldReason.ADDRESS_REFUSED)
        : Optional.empty();
  }

  /// The standard reply as it is now, for the next approval.
  Optional<StandardReply> currentReply(Approval approval) {
    return approval.replyName().flatMap(this::reply);
  }

  private static String hashOf(Approval approval) {
    return ReplyHash.of(
        approval.messageId(),
        approval.from(),
        approval.to(),
        approval.thread(),
        approval.text(),
        approval.enclosed(),
        approval.warnings());
  }

  /// The standard reply has other words now, is gone, or is no longer its topic's; unless a person
  /// picked it whatever the topic.
  private boolean isOutdated(Approval approval) {
    if (approval.replyName().isEmpty()) {
      return false;
    }
    Optional<String> now = currentReply(approval).map(StandardReply::hash);
    boolean sameWords = now.isPresent() && now.equals(approval.replyHash());
    return !sameWords || !(releases.isByHand(approval.letter()) || isStillOfItsTopic(approval));
  }

  private boolean isStillOfItsTopic(Approval approval) {
    return releases
        .topicOf(approval.letter())
        .flatMap(id -> catalog.get().topic(id))
        .filter(topic -> approval.replyName().filter(name -> Catalog.isOf(topic, name)).isPresent())
        .isPresent();
  }

  private Optional<StandardReply> reply(String name) {
    return catalog.get().reply(name);
  }

  /// A person who was told that the address was refused, and approves again, has decided.
  private boolean isRefusedAddress(Approval approval) {
    return refusals.find(approval.to().address()).isPresent()
        && ledger.history(approval.letter()).stream()
            .noneMatch(entry -> entry.reason() == WithheldReason.ADDRESS_REFUSED);
  }
}
