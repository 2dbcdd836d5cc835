package org.postbag.cli;

import java.io.BufferedReader;
import java.io.Console;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.Function;
import org.postbag.database.Database;
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
    String password = password(fromStandardInput);
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
    String password = password(fromStandardInput);
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
      description = "Makes a token for the API and prints it, this once; or ends all of them.")
  void token(
      @Parameters(paramLabel = "NAME", description = "Whose token it is.") String name,
      @Option(names = "--revoke", description = "Ends all tokens of that account.")
          boolean revoke) {
    PrintWriter out = spec.commandLine().getOut();
    withStaff(staff -> {
      if (revoke) {
        out.println("tokens ended: " + staff.revokeTokens(name));
      } else {
        RandomSecret token =
            staff
                .newToken(name)
                .orElseThrow(() -> Failure.work("there is no account called " + name));
        out.println(token.text());
      }
    });
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

  private static String password(boolean fromStandardInput) throws IOException {
    if (fromStandardInput) {
      String line =
          new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8)).readLine();
      if (line == null) {
        throw Failure.usage("--password-stdin: standard input is empty");
      }
      return line;
    }
    Console console =
        Optional.ofNullable(System.console())
            .filter(Console::isTerminal)
            .orElseThrow(() ->
                Failure.usage("no terminal to ask for the password on; use --password-stdin"));
    return typed(console);
  }

  private static String typed(Console console) {
    char[] first = console.readPassword("Password: ");
    char[] second = console.readPassword("Once more: ");
    if (first == null || !Arrays.equals(first, second)) {
      throw Failure.usage("the two passwords differ");
    }
    return new String(first);
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
