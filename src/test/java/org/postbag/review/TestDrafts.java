package org.postbag.review;

import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.postbag.catalog.TopicId;
import org.postbag.email.Address;
import org.postbag.email.Headers;
import org.postbag.email.Letter;
import org.postbag.email.MessageId;
import org.postbag.email.NamedAddress;
import org.postbag.email.ReplyThread;
import org.postbag.intake.ImapUid;
import org.postbag.intake.KeptLetter;
import org.postbag.matching.Evidence;
import org.postbag.matching.Match;
import org.postbag.reply.ChosenReply;
import org.postbag.reply.Draft;
import org.postbag.reply.Enclosed;
import org.postbag.reply.Proposal;

/// Letters about Calais that were read and matched, with the reply to them.
public final class TestDrafts {
  public static final TopicId CALAIS = new TopicId("calais");

  private TestDrafts() {}

  /// Ann Lee at an address of that name.
  public static NamedAddress ann(String writer) {
    return new NamedAddress("Ann Lee", new Address(writer, "example.org"));
  }

  /// The standard reply on Calais to that writer.
  public static Proposal.Answer answer(String writer, String text) {
    MessageId id = new MessageId("<1." + writer + "@example.org>");
    return new Proposal.Answer(
        ann(writer),
        new ReplyThread("Re: Calais", Optional.of(id), List.of(id)),
        "calais",
        "hash1",
        text,
        Enclosed.NONE,
        Optional.of(LocalDate.of(2026, 11, 2)));
  }

  /// The same as a person's choice.
  public static ChosenReply chosen(Proposal.Answer answer) {
    return new ChosenReply(Optional.of(answer), List.of());
  }

  /// A letter that is kept under that number, and what is proposed for it.
  public static Draft draft(
      long letter, String mailbox, NamedAddress from, Proposal proposal, InstantSource clock) {
    Match match =
        new Match(
            Optional.of(CALAIS),
            0.93,
            Optional.of(new TopicId("buses")),
            false,
            List.of(new Match.Candidate(CALAIS, 0.93)),
            List.of(new Evidence("calais", 2.5, Evidence.Where.VISIBLE_TEXT, 6, 12)));
    ImapUid uid = new ImapUid(mailbox, "INBOX", 1, letter);
    KeptLetter kept = new KeptLetter(letter, uid, clock.instant(), false, false, new byte[0]);
    return new Draft(kept, read(from, List.of()), match, proposal, List.of());
  }

  /// The same for a letter with that id in its References.
  public static Draft referring(Draft draft, MessageId to) {
    Letter letter = read(draft.letter().from().orElseThrow(), List.of(to));
    return new Draft(draft.kept(), letter, draft.match(), draft.proposal(), draft.warnings());
  }

  private static Letter read(NamedAddress from, List<MessageId> references) {
    return new Letter(
        Optional.of(from),
        List.of(from),
        List.of(),
        List.of(),
        Optional.empty(),
        Optional.empty(),
        List.of(),
        references,
        Optional.empty(),
        "Calais",
        "Calais",
        "About Calais",
        "About Calais",
        List.of(),
        "",
        "en",
        List.of(),
        "text/plain",
        List.of(),
        new Headers(List.of()),
        List.of());
  }
}
