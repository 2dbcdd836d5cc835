package org.postbag.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.Function;
import org.postbag.database.Database;
import org.postbag.web.ApiToken;
import org.postbag.web.RandomSecret;
import org.postbag.web.Rights;
import org.postbag.web.Role;
import org.postbag.web.Staff;
import org.postbag.web.StaffChange;
import org.postbag.web.StaffMember;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/// `user …`: who may sign in. Works on the data folder, also while the daemon runs: every request
/// there asks the database anew.
@Command(name = "user", description = "The staff who may sign in, their roles, and API tokens.")
public final class UserCommand implements Runnable {
  private static final int MOST_DAYS = 3650;

  @ParentCommand private PostbagCommand postbag = new PostbagCommand();
  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "user: say what to do");
  }

  @Command(name = "add", description = "Makes an account. Asks for the password.")
  void add(
      @Parameters(paramLabel = "NAME", description = "The sign-in name.") String name,
      @Mixin RightsOptions options,
      @Option(
              names = "--password-stdin",
              description = "Takes the password from the first line of standard input.")
          boolean fromStandardInput)
      throws IOException {
    Rights rights = options.rights();
    String password = PasswordInput.read(fromStandardInput);
    change("added", staff -> staff.add(name, rights, password));
  }

  @Command(name = "role", description = "Gives other rights in place of the present ones, at once.")
  void role(
      @Parameters(paramLabel = "NAME", description = "The sign-in name.") String name,
      @Mixin RightsOptions options) {
    Rights rights = options.rights();
    change("has other rights:", staff -> staff.changeRights(name, rights));
  }

  @Command(name = "password", description = "Sets a new password and ends the sessions.")
  void password(
      @Parameters(paramLabel = "NAME", description = "The sign-in name.") String name,
      @Option(
              names = "--password-stdin",
              description = "Takes the password from the first line of standard input.")
          boolean fromStandardInput)
      throws IOException {
    String password = PasswordInput.read(fromStandardInput);
    change("has a new password:", staff -> staff.changePassword(name, password));
  }

  @Command(name = "list", description = "Lists the accounts.")
  void list(@Option(names = "--json", description = "One JSON object a line.") boolean json) {
    PrintWriter out = spec.commandLine().getOut();
    withStaff(staff -> {
      for (StaffMember member : staff.all()) {
        if (json) {
          JsonLine.print(object(member), out);
        } else {
          out.printf(
              "%-20s %-10s since %s%n", member.name(), member.rights().label(), member.created());
        }
      }
    });
  }

  @Command(name = "remove", description = "Removes an account with its sessions and tokens.")
  void remove(@Parameters(paramLabel = "NAME", description = "The sign-in name.") String name) {
    change("removed", staff -> staff.remove(name));
  }

  @Command(
      name = "token",
      description =
          "Makes a token for the API and prints it, this once; lists them; or ends all of them.")
  void token(
      @Parameters(paramLabel = "NAME", description = "Whose token it is.") String name,
      @Option(names = "--revoke", description = "Ends all tokens of that account.") boolean revoke,
      @Option(names = "--list", description = "Lists them, without their secrets.") boolean list,
      @Option(
              names = "--role",
              paramLabel = "ROLE",
              defaultValue = "admin",
              description = "What it may do at most; its member's own rights hold beside it.")
          String most,
      @Option(
              names = "--days",
              paramLabel = "N",
              defaultValue = "365",
              description = "How long it is good; ${DEFAULT-VALUE} days unless said otherwise.")
          int days) {
    Role role = RightsOptions.known(most);
    if (days < 1 || days > MOST_DAYS) {
      throw Failure.usage("--days: a token is good for 1 to " + MOST_DAYS + " days");
    }
    PrintWriter out = spec.commandLine().getOut();
    withStaff(staff -> {
      if (list) {
        staff.tokens(name).forEach(token -> out.println(line(token)));
      } else if (revoke) {
        out.println("tokens ended: " + staff.revokeTokens(name));
      } else {
        RandomSecret token =
            staff
                .newToken(name, role, Duration.ofDays(days))
                .orElseThrow(() -> Failure.work("there is no account called " + name));
        out.println(token.text());
      }
    });
  }

  private static String line(ApiToken token) {
    return "%-10s made %s, ends %s, last used %s"
        .formatted(
            token.role().label(),
            token.created(),
            token.expires().map(Instant::toString).orElse("never"),
            token.used().map(Instant::toString).orElse("never"));
  }

  private void change(String done, Function<Staff, StaffChange> change) {
    withStaff(staff -> {
      switch (change.apply(staff)) {
        case StaffChange.Done(StaffMember member) ->
            spec.commandLine().getOut().println(done + " " + member.name());
        case StaffChange.Refused(String why) -> throw Failure.work(why);
      }
    });
  }

  private void withStaff(Consumer<Staff> work) {
    try (Database database = Database.open(SettingsFile.database(postbag))) {
      work.accept(new Staff(database, InstantSource.system()));
    }
  }

  private static Map<String, Object> object(StaffMember member) {
    Map<String, Object> object = new LinkedHashMap<>();
    object.put("name", member.name());
    object.put("role", member.rights().everywhere().map(Role::label).orElse(null));
    Map<String, String> mailboxes = new TreeMap<>();
    member.rights().mailboxes().forEach((name, role) -> mailboxes.put(name, role.label()));
    object.put("mailboxes", mailboxes);
    object.put("created", member.created().toString());
    return object;
  }
}
