package org.postbag.matching;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.postbag.catalog.TopicId;
import org.postbag.email.Letter;
import org.postbag.email.LetterReader;
import org.postbag.intake.ImapUid;
import org.postbag.intake.KeptLetter;
import org.postbag.intake.LetterStore;
import org.postbag.matching.training.TrainingService;

/// Letters on buses that can only be recognised once people have decided some, as they were kept.
public final class BusPost {
  public static final TopicId BUSES = Topics.BUSES.id();

  private BusPost() {}

  /// Letters that use words no keyword has.
  static byte[] letter(int i) {
    List<String> rides = List.of("the 47", "the night service", "the last coach", "the 12A");
    List<String> woes = List.of("never came", "drove past the stop", "was cut", "broke down");
    String text =
        "Subject: "
            + rides.get(i % 4)
            + "\r\n\r\nOnce more "
            + rides.get(i % 4)
            + " "
            + woes.get(i / 4 % 4)
            + " and I stood at the shelter for "
            + (i + 2)
            + " minutes.\r\n";
    return text.getBytes(StandardCharsets.US_ASCII);
  }

  public static LetterStore store(int letters) {
    Map<Long, KeptLetter> all = new HashMap<>();
    for (int i = 0; i < letters; i++) {
      long id = i + 1L;
      all.put(
          id,
          new KeptLetter(
              id, new ImapUid("office", "INBOX", 1, id), Instant.EPOCH, false, false, letter(i)));
    }
    return new LetterStore() {
      @Override
      public List<KeptLetter> unprocessed(int limit) {
        return List.of();
      }

      @Override
      public Optional<KeptLetter> find(long id) {
        return Optional.ofNullable(all.get(id));
      }
    };
  }

  public static Matching matching() {
    return new Matching(Topics.catalog(Topics.CALAIS, Topics.BUSES, Topics.SCHOOLS));
  }

  public static double probability(Matching matching) {
    Letter letter = new LetterReader().read(letter(41));
    return matching.match(letter).candidates().stream()
        .filter(c -> c.topic().equals(BUSES))
        .mapToDouble(Match.Candidate::probability)
        .findFirst()
        .orElse(0);
  }

  public static void decide(TrainingService trainingService, int from, int to) {
    for (int i = from; i <= to; i++) {
      trainingService.addDecision(i, Optional.of(BUSES));
    }
  }
}
