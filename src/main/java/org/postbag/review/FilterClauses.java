package org.postbag.review;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.postbag.catalog.TopicId;
import org.postbag.database.MailboxScope;
import org.postbag.ledger.State;

/// A [Filter] in SQL, over `letter_state s` and `draft d`.
///
/// @param from the table whose index has the list in its order stands first; CROSS JOIN makes
///   SQLite read it first. One writer's letters are few, and are found by their address.
record FilterClauses(
    String from, String conditions, String order, Map<String, @Nullable Object> parameters) {
  private static final String BY_STATE =
      "FROM letter_state s CROSS JOIN draft d WHERE d.letter_id = s.letter_id";
  private static final String BY_DRAFT =
      "FROM draft d CROSS JOIN letter_state s WHERE s.letter_id = d.letter_id";

  static FilterClauses of(Filter filter) {
    Clauses clauses = new Clauses();
    Criteria criteria = filter.criteria();
    boolean byDraft = filter.campaign().isPresent() || criteria.writer().isPresent();
    String number = byDraft ? "d.letter_id" : "s.letter_id";
    clauses.add("s.state = :state", "state", filter.state().map(State::label));
    clauses.add("s.topic = :topic", "topic", filter.topic().map(TopicId::value));
    clauses.add("d.campaign = :campaign", "campaign", filter.campaign());
    clauses.add(number + " < :before", "before", filter.before());
    clauses.add(number + " > :after", "after", filter.after());
    clauses.narrow(criteria);
    clauses.limit(MailboxScope.current());
    return new FilterClauses(
        byDraft ? BY_DRAFT : BY_STATE,
        String.join("", clauses.conditions),
        " ORDER BY " + number + (filter.after().isPresent() ? " ASC" : " DESC") + " LIMIT :limit",
        clauses.parameters);
  }

  private static final class Clauses {
    private final List<String> conditions = new ArrayList<>();
    private final Map<String, @Nullable Object> parameters = new HashMap<>();

    void add(String condition, String name, Optional<?> value) {
      value.ifPresent(given -> {
        conditions.add(" AND " + condition);
        parameters.put(name, given);
      });
    }

    void limit(MailboxScope scope) {
      if (!scope.isAll()) {
        conditions.add(scope.and("s.mailbox"));
        parameters.put("scope", scope.parameter());
      }
    }

    void narrow(Criteria criteria) {
      if (criteria.urgent()) {
        conditions.add(" AND s.priority = 0");
      }
      add("s.mailbox = :mailbox", "mailbox", criteria.mailbox());
      add("s.language = :language", "language", criteria.language());
      criteria.reason().ifPresent(this::reason);
      add(
          "d.from_canonical = :writer",
          "writer",
          criteria.writer().map(writer -> writer.canonical().toString()));
      add("s.received >= :since", "since", criteria.since().map(Instant::toEpochMilli));
      add("s.received < :until", "until", criteria.until().map(Instant::toEpochMilli));
    }

    /// A word that ends in a dash stands for all that begin so.
    private void reason(String word) {
      if (word.endsWith("-")) {
        add("s.reason LIKE :reason", "reason", Optional.of(word.replaceAll("[%_]", "") + "%"));
      } else {
        add("s.reason = :reason", "reason", Optional.of(word));
      }
    }
  }
}
