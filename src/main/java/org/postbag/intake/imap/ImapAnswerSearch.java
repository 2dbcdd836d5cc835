package org.postbag.intake.imap;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.eclipse.angus.mail.iap.Argument;
import org.postbag.email.MessageId;
import org.postbag.intake.AnswerSearch.Evidence;
import org.postbag.intake.AnswerSearch.Question;
import org.postbag.intake.AnswerSearch.ReplyMarks;
import org.postbag.intake.WriteBack;

/// Looks over one connection for letters that are marked as answered, and for replies in the folder
/// of sent letters.
final class ImapAnswerSearch {
  private static final int MOST_UIDS = 500;

  private final ImapSession session;
  private final WriteBack writeBack;
  private final Map<Long, Evidence> found = new HashMap<>();

  ImapAnswerSearch(ImapSession session, WriteBack writeBack) {
    this.session = session;
    this.writeBack = writeBack;
  }

  Map<Long, Evidence> search(List<Question> questions) throws MailboxUnavailable {
    Map<String, List<Question>> byFolder =
        questions.stream().collect(Collectors.groupingBy(q -> q.place().folder()));
    for (Map.Entry<String, List<Question>> folder : byFolder.entrySet()) {
      searchFolder(folder.getKey(), folder.getValue());
    }
    searchMoved(questions);
    searchSent(questions);
    return found;
  }

  /// A folder that is no more holds no letter.
  private void searchFolder(String name, List<Question> questions) throws MailboxUnavailable {
    Optional<ImapFolder> open = open(name);
    if (open.isEmpty()) {
      return;
    }
    ImapFolder folder = open.get();
    List<Long> uids =
        questions.stream()
            .map(Question::place)
            .filter(place -> place.uidValidity() == folder.uidValidity() && place.uid() > 0)
            .map(place -> place.uid())
            .sorted()
            .distinct()
            .toList();
    Set<Long> present = new HashSet<>();
    Set<Long> marked = new HashSet<>();
    for (int at = 0; at < uids.size(); at += MOST_UIDS) {
      List<Long> some = uids.subList(at, Math.min(at + MOST_UIDS, uids.size()));
      present.addAll(folder.present(some));
      marked.addAll(folder.marked(some, mark()));
    }
    for (Question question : questions) {
      boolean here =
          question.place().uidValidity() == folder.uidValidity()
              && present.contains(question.place().uid());
      if (here ? marked.contains(question.place().uid()) : isMarked(folder, question)) {
        found.put(question.letter(), Evidence.MARKED);
      }
    }
  }

  private Optional<ImapFolder> open(String name) throws MailboxUnavailable {
    try {
      return Optional.of(ImapFolder.examine(session, name));
    } catch (MailboxUnavailable e) {
      if (e.kind() != MailboxUnavailable.Kind.FOLDER) {
        throw e;
      }
      return Optional.empty();
    }
  }

  /// The search key of RFC 9051 §6.4.4 for a letter that was answered.
  private String mark() {
    return writeBack.keyword().map(word -> "OR ANSWERED KEYWORD " + word).orElse("ANSWERED");
  }

  /// Under its own Message-ID, where its UID is not known any more.
  private boolean isMarked(ImapFolder folder, Question question) throws MailboxUnavailable {
    return question.id().isPresent() && folder.holdsMarked(question.id().get(), mark());
  }

  /// Letters that were moved away, as the settings ask for once they are answered.
  private void searchMoved(List<Question> questions) throws MailboxUnavailable {
    Optional<ImapFolder> folder =
        writeBack.moveTo().isEmpty() ? Optional.empty() : open(writeBack.moveTo().get());
    if (folder.isEmpty()) {
      return;
    }
    for (Question question : questions) {
      if (!found.containsKey(question.letter()) && isMarked(folder.get(), question)) {
        found.put(question.letter(), Evidence.MARKED);
      }
    }
  }

  private void searchSent(List<Question> questions) throws MailboxUnavailable {
    SentFolder sent = SentFolder.of(session, writeBack.sentFolder());
    for (Question question : questions) {
      if (question.reply().isPresent() && !sent.search(either(question.reply().get())).isEmpty()) {
        found.put(question.letter(), Evidence.COPY_IN_SENT);
      }
    }
  }

  private static Argument either(ReplyMarks reply) {
    Argument arguments = new Argument();
    arguments.writeAtom("OR");
    header(arguments, "Message-ID", reply.id().value());
    header(arguments, SentSearch.MARK, reply.mark());
    return arguments;
  }

  private static void header(Argument arguments, String field, String value) {
    arguments.writeAtom("HEADER");
    arguments.writeAtom(field);
    arguments.writeString(value);
  }

  /// The same for a letter with that Message-ID and those marks.
  static Argument marked(MessageId id, String mark) {
    Argument arguments = new Argument();
    arguments.writeAtom(mark);
    header(arguments, "Message-ID", id.value());
    return arguments;
  }
}
