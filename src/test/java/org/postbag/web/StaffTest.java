package org.postbag.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.postbag.database.Engine;
import org.postbag.database.OnEveryEngine;
import org.postbag.database.SettableClock;
import org.springframework.security.crypto.password.Pbkdf2PasswordEncoder;
import org.springframework.security.crypto.password.Pbkdf2PasswordEncoder.SecretKeyFactoryAlgorithm;

/// What the staff's rows promise on every database.
class StaffTest extends OnEveryEngine {
  private static final String PASSWORD = "correct horse battery staple";

  private final SettableClock clock = new SettableClock();

  StaffTest(Engine engine) {
    super(engine);
  }

  private Staff staff() {
    return new Staff(database, clock, new Passwords(1));
  }

  private Sessions sessions() {
    return new Sessions(database, clock);
  }

  private OneTimeLinks links() {
    return new OneTimeLinks(database, staff(), clock);
  }

  private StaffMember added(String name, Role role) {
    return ((StaffChange.Done) staff().add(name, role, PASSWORD)).member();
  }

  @Test
  void thereIsNoDefaultAccount() {
    assertThat(staff().isEmpty()).isTrue();
    assertThat(staff().byPassword("admin", "admin")).isEmpty();
  }

  @Test
  void aPasswordIsCheckedAndKeptOnlyAsASlowHash() {
    added("Ann", Role.APPROVER);
    assertThat(staff().byPassword("ann", PASSWORD)).map(StaffMember::name).contains("ann");
    assertThat(staff().byPassword(" ANN ", PASSWORD)).isPresent();
    assertThat(staff().byPassword("ann", PASSWORD.toUpperCase(Locale.ROOT))).isEmpty();
    String kept = database.sql("SELECT password FROM staff").query(String.class).single();
    assertThat(kept).startsWith("{argon2id}").doesNotContain("horse");
  }

  @Test
  void shortAndCommonPasswordsAreRefusedAndLongOnesOfAnyKindAreTaken() {
    assertThat(staff().add("bob", Role.VIEWER, "1234567")).isInstanceOf(StaffChange.Refused.class);
    assertThat(staff().add("bob", Role.VIEWER, "Password")).isInstanceOf(StaffChange.Refused.class);
    assertThat(staff().add("bob", Role.VIEWER, "bobbob1")).isInstanceOf(StaffChange.Refused.class);
    assertThat(staff().add("bob", Role.VIEWER, "ein Schloß im Süden ".repeat(20)))
        .isInstanceOf(StaffChange.Done.class);
  }

  @Test
  void aNameStandsForOnePersonAndNeverForTheProgram() {
    added("ann", Role.VIEWER);
    assertThat(staff().add("Ann", Role.ADMIN, PASSWORD)).isInstanceOf(StaffChange.Refused.class);
    assertThat(staff().add("postbag", Role.ADMIN, PASSWORD))
        .isInstanceOf(StaffChange.Refused.class);
    assertThat(staff().add("a\nb", Role.ADMIN, PASSWORD)).isInstanceOf(StaffChange.Refused.class);
  }

  @Test
  void theOnlyAdministratorCannotBeRemovedOrLowered() {
    added("ann", Role.ADMIN);
    assertThat(staff().remove("ann")).isInstanceOf(StaffChange.Refused.class);
    assertThat(staff().changeRole("ann", Role.VIEWER)).isInstanceOf(StaffChange.Refused.class);
    added("bob", Role.ADMIN);
    assertThat(staff().changeRole("ann", Role.VIEWER)).isInstanceOf(StaffChange.Done.class);
    assertThat(staff().find("ann")).map(StaffMember::role).contains(Role.VIEWER);
  }

  @Test
  void aRemovedMemberIsOutAtOnce() {
    added("root", Role.ADMIN);
    StaffMember ann = added("ann", Role.APPROVER);
    RandomSecret session = sessions().open(ann);
    RandomSecret token = staff().newToken("ann").orElseThrow();
    assertThat(sessions().find(session)).contains(ann);
    assertThat(staff().byToken(token)).contains(ann);

    staff().remove("ann");

    assertThat(sessions().find(session)).isEmpty();
    assertThat(staff().byToken(token)).isEmpty();
  }

  @Test
  void aChangedRoleIsInForceInSessionsThatAreOpen() {
    RandomSecret session = sessions().open(added("ann", Role.APPROVER));
    staff().changeRole("ann", Role.VIEWER);
    assertThat(sessions().find(session)).map(StaffMember::role).contains(Role.VIEWER);
  }

  @Test
  void aNewPasswordEndsOpenSessions() {
    RandomSecret session = sessions().open(added("ann", Role.APPROVER));
    assertThat(staff().changePassword("ann", "another good long one"))
        .isInstanceOf(StaffChange.Done.class);
    assertThat(sessions().find(session)).isEmpty();
    assertThat(staff().byPassword("ann", PASSWORD)).isEmpty();
  }

  @Test
  void revokedTokensOpenNothingAndNoTokenIsKeptInClear() {
    added("ann", Role.APPROVER);
    RandomSecret token = staff().newToken("ann").orElseThrow();
    assertThat(database.sql("SELECT hash FROM staff_token").query(String.class).single())
        .isNotEqualTo(token.text());
    assertThat(staff().revokeTokens("ann")).isEqualTo(1);
    assertThat(staff().byToken(token)).isEmpty();
    assertThat(staff().newToken("nobody")).isEmpty();
  }

  @Test
  void aSessionEndsAfterTwelveIdleHoursAndAfterSevenDays() {
    RandomSecret idle = sessions().open(added("ann", Role.VIEWER));
    clock.advance(Sessions.IDLE);
    assertThat(sessions().find(idle)).isEmpty();

    RandomSecret used = sessions().open(staff().find("ann").orElseThrow());
    for (int hours = 0; hours < 167; hours++) {
      clock.advance(Duration.ofHours(1));
      assertThat(sessions().find(used)).isPresent();
    }
    clock.advance(Duration.ofHours(1));
    assertThat(sessions().find(used)).isEmpty();
  }

  @Test
  void theSetUpLinkMakesOneAdministratorAndNoSecond() {
    RandomSecret first = secretOf(links().setUpPath().orElseThrow());
    RandomSecret second = secretOf(links().setUpPath().orElseThrow());
    assertThat(links().isSetUp(first)).isFalse();
    assertThat(links().setUp(second, "ann", "short")).isInstanceOf(StaffChange.Refused.class);
    assertThat(links().setUp(second, "ann", PASSWORD)).isInstanceOf(StaffChange.Done.class);
    assertThat(links().setUp(second, "eve", PASSWORD)).isInstanceOf(StaffChange.Refused.class);
    assertThat(links().setUpPath()).isEmpty();
  }

  @Test
  void theSetUpLinkIsGoodForADay() {
    RandomSecret link = secretOf(links().setUpPath().orElseThrow());
    clock.advance(Duration.ofDays(1));
    assertThat(links().isSetUp(link)).isFalse();
    assertThat(links().setUp(link, "ann", PASSWORD)).isInstanceOf(StaffChange.Refused.class);
  }

  @Test
  void aSignInLinkWorksOnceAndNotForLong() {
    StaffMember ann = added("ann", Role.APPROVER);
    RandomSecret link = secretOf(links().signInPath(ann, Duration.ofMinutes(10)));
    assertThat(links().signIn(link)).contains(ann);
    assertThat(links().signIn(link)).isEmpty();

    RandomSecret old = secretOf(links().signInPath(ann, Duration.ofMinutes(10)));
    clock.advance(Duration.ofMinutes(10));
    assertThat(links().signIn(old)).isEmpty();
  }

  @Test
  void anOldHashIsRenewedWhenItsMemberSignsIn() {
    added("ann", Role.VIEWER);
    String old =
        "{pbkdf2-sha512}"
            + new Pbkdf2PasswordEncoder(
                    "", 16, 210_000, SecretKeyFactoryAlgorithm.PBKDF2WithHmacSHA512)
                .encode(PASSWORD);
    database.doInTransaction(
        () -> database.sql("UPDATE staff SET password = ?").param(old).update());
    assertThat(staff().byPassword("ann", "not the password")).isEmpty();
    assertThat(hash()).isEqualTo(old);
    assertThat(staff().byPassword("ann", PASSWORD)).isPresent();
    assertThat(hash()).startsWith("{argon2id}$argon2id$");
    assertThat(staff().byPassword("ann", PASSWORD)).isPresent();
  }

  private String hash() {
    return database.sql("SELECT password FROM staff").query(String.class).single();
  }

  @Test
  void aTokenEndsDoesNoMoreThanItsRoleAndTellsWhenItWasUsed() {
    added("ann", Role.APPROVER);
    RandomSecret token = staff().newToken("ann", Role.VIEWER, Duration.ofDays(2)).orElseThrow();
    assertThat(staff().tokens("ann").getFirst().used()).isEmpty();
    assertThat(staff().byToken(token)).map(StaffMember::role).contains(Role.VIEWER);
    assertThat(staff().tokens("ann").getFirst().used()).contains(clock.instant());
    clock.advance(Duration.ofDays(2));
    assertThat(staff().byToken(token)).isEmpty();

    RandomSecret high = staff().newToken("ann", Role.ADMIN, Duration.ofDays(1)).orElseThrow();
    assertThat(staff().byToken(high))
        .as("no more than its member")
        .map(StaffMember::role)
        .contains(Role.APPROVER);
  }

  @Test
  void noneOfTheTenThousandCommonestPasswordsIsTaken() {
    CommonPasswords common = new CommonPasswords();
    assertThat(common.size()).isGreaterThanOrEqualTo(9_900);
    for (String one : List.of("liverpool", "Password123", "qwerty123", "1Q2W3E4R")) {
      assertThat(staff().add("ann", Role.VIEWER, one)).isInstanceOf(StaffChange.Refused.class);
    }
  }

  @Test
  void rolesInSingleMailboxesAreKeptAndTheHigherCounts() {
    Rights rights =
        new Rights(
            Optional.of(Role.VIEWER),
            new TreeMap<>(Map.of("office", Role.APPROVER, "press", Role.DRAFTER)));
    staff().add("ann", Role.ADMIN, PASSWORD);
    staff().add("bob", rights, PASSWORD);
    assertThat(staff().find("bob")).map(StaffMember::rights).contains(rights);
    assertThat(rights.in("office")).contains(Role.APPROVER);
    assertThat(rights.in("third")).contains(Role.VIEWER);
    assertThat(rights.label()).isEqualTo("viewer, approver in office, drafter in press");
    Rights here = Rights.in(Map.of("office", Role.ADMIN));
    assertThat(here.in("press")).isEmpty();
    assertThat(staff().changeRights("ann", here))
        .as("an administrator of one mailbox cannot manage the staff")
        .isInstanceOf(StaffChange.Refused.class);
  }

  private static RandomSecret secretOf(String path) {
    return new RandomSecret(path.substring(path.indexOf('=') + 1));
  }
}
