package org.postbag.people.place;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ConstituencyTest {
  private static Optional<Boolean> holds(String start, String postcode) {
    return new Constituency(List.of(start)).holds(Optional.of(postcode));
  }

  @Test
  void aDistrictIsNotTheOneWithAFurtherDigit() {
    assertThat(holds("DN1", "DN1 2AB")).contains(true);
    assertThat(holds("dn1", "DN1 2AB")).contains(true);
    assertThat(holds("DN1", "DN10 2AB")).contains(false);
    assertThat(holds("DN10", "DN1 0AB")).contains(false);
  }

  @Test
  void anAreaASectorAndAWholePostcodeAreHeldToo() {
    assertThat(holds("S", "S1 2AB")).contains(true);
    assertThat(holds("S", "SW1A 2AB")).contains(false);
    assertThat(holds("DN3 1", "DN3 1XY")).contains(true);
    assertThat(holds("DN3 1", "DN3 2XY")).contains(false);
    assertThat(holds("SW1A 0AA", "SW1A 0AA")).contains(true);
  }

  @Test
  void withoutAPostcodeOrAConstituencyNothingIsSaid() {
    assertThat(new Constituency(List.of("DN1")).holds(Optional.empty())).isEmpty();
    assertThat(Constituency.UNKNOWN.holds(Optional.of("DN1 2AB"))).isEmpty();
  }

  @Test
  void whatIsNoPostcodeIsRefused() {
    assertThatThrownBy(() -> new Constituency(List.of("Doncaster")))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
