package org.postbag.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.postbag.database.Database;
import org.postbag.database.DatabaseSettings;
import org.postbag.web.RandomSecret;
import org.postbag.web.Rights;
import org.postbag.web.Role;
import org.postbag.web.Staff;

class UserCommandTest {
  private static final String PASSWORD = "correct horse battery staple";

  @TempDir Path data;
  private final InputStream standardInput = System.in;
  private StringWriter out = new StringWriter();
  private StringWriter err = new StringWriter();

  @AfterEach
  void giveStandardInputBack() {
    System.setIn(standardInput);
  }

  private int user(String... arguments) {
    out = new StringWriter();
    err = new StringWriter();
    System.setIn(new ByteArrayInputStream((PASSWORD + "\n").getBytes(StandardCharsets.UTF_8)));
    String[] line = new String[arguments.length + 3];
    line[0] = "--data";
    line[1] = data.toString();
    line[2] = "user";
    System.arraycopy(arguments, 0, line, 3, arguments.length);
    return new CommandLineFrame(new PrintWriter(out), new PrintWriter(err, true), Map.of())
        .run(line);
  }

  @Test
  void anAccountLivesItsLifeInTheTerminalBesideARunningDaemon() {
    try (Database daemon = Database.open(DatabaseSettings.in(data))) {
      Staff staff = new Staff(daemon, InstantSource.system());
      assertThat(user("add", "Ann", "--role", "admin", "--password-stdin")).isZero();
      assertThat(staff.byPassword("ann", PASSWORD)).isPresent();

      assertThat(user("add", "bob", "--role", "approver", "--password-stdin")).isZero();
      assertThat(user("list", "--json")).isZero();
      assertThat(out.toString().lines())
          .hasSize(2)
          .first()
          .asString()
          .contains("\"name\":\"ann\"", "\"role\":\"admin\"");

      assertThat(user("token", "bob")).isZero();
      RandomSecret token = new RandomSecret(out.toString().strip());
      assertThat(staff.byToken(token)).isPresent();
      assertThat(user("token", "bob", "--revoke")).isZero();
      assertThat(staff.byToken(token)).isEmpty();

      assertThat(user("remove", "bob")).isZero();
      assertThat(staff.find("bob")).isEmpty();
    }
  }

  @Test
  void rolesAreGivenInSingleMailboxesAndTokensEnd() {
    try (Database daemon = Database.open(DatabaseSettings.in(data))) {
      Staff staff = new Staff(daemon, InstantSource.system());
      assertThat(user("add", "pam", "--mailbox", "press=drafter", "--password-stdin")).isZero();
      assertThat(staff.find("pam").orElseThrow().rights())
          .isEqualTo(Rights.in(Map.of("press", Role.DRAFTER)));
      assertThat(user("role", "pam", "--role", "reader", "--mailbox", "press=approver")).isZero();
      assertThat(user("list")).isZero();
      assertThat(out.toString()).contains("viewer, approver in press");

      assertThat(user("token", "pam", "--role", "viewer", "--days", "30")).isZero();
      RandomSecret token = new RandomSecret(out.toString().strip());
      assertThat(staff.byToken(token).orElseThrow().rights().in("press")).contains(Role.VIEWER);
      assertThat(user("token", "pam", "--list")).isZero();
      assertThat(out.toString()).contains("viewer", "last used 20").doesNotContain(token.text());
      assertThat(user("token", "pam", "--days", "0")).isEqualTo(2);
    }
  }

  @Test
  void whatCannotBeDoneIsSaidInOneLine() {
    assertThat(user("remove", "nobody")).isEqualTo(1);
    assertThat(err.toString().lines()).hasSize(1);
    assertThat(user("token", "nobody")).isEqualTo(1);
    assertThat(user("add", "ann", "--role", "king", "--password-stdin")).isEqualTo(2);
    assertThat(err.toString()).contains("viewer, drafter, approver, tuner, admin");
    assertThat(user("add", "ann", "--password-stdin")).isEqualTo(2);
  }
}
