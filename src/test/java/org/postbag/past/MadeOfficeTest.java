package org.postbag.past;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.postbag.past.made.MadeLetter;
import org.postbag.past.made.MadeLetter.Kind;
import org.postbag.past.made.MadeOffice;
import org.postbag.past.made.Matter;

/// The invented mailbox is what the tests that use it believe it to be.
class MadeOfficeTest {
  private static final List<MadeLetter> MAILBOX = MadeOffice.mailbox(21);

  @Test
  void itHasTheLettersThatItIsSaidToHave() {
    Map<Kind, Long> kinds =
        MAILBOX.stream().collect(Collectors.groupingBy(MadeLetter::kind, Collectors.counting()));

    assertThat(MAILBOX.stream().filter(m -> m.direction() == Direction.RECEIVED)).hasSize(6_000);
    assertThat(kinds)
        .containsEntry(Kind.BY_HAND, 2_000L)
        .containsEntry(Kind.STANDARD_REPLY, 2_900L);
    assertThat(Matter.all()).hasSize(30);
    assertThat(MAILBOX.stream().flatMap(m -> m.matter().stream()).distinct()).hasSize(30);
  }

  @Test
  void oneSeedMakesOneMailbox() {
    assertThat(MadeOffice.mailbox(3, 200)).isEqualTo(MadeOffice.mailbox(3, 200));
    assertThat(MadeOffice.mailbox(3, 200)).isNotEqualTo(MadeOffice.mailbox(4, 200));
  }

  @Test
  void theTruthOfALetterIsFoundByWhatIsReadInIt() {
    List<PastLetter> read = MAILBOX.parallelStream().map(MadeLetter::read).toList();

    assertThat(read.stream().map(MadeLetter::key).toList())
        .doesNotHaveDuplicates()
        .containsExactlyElementsOf(MAILBOX.stream().map(MadeLetter::key).toList());
  }
}
