package org.postbag.cli;

import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.postbag.web.Rights;
import org.postbag.web.Role;
import picocli.CommandLine.Option;

/// `--role ROLE` and `--mailbox NAME=ROLE`: what somebody may do, and where.
final class RightsOptions {
  @Option(
      names = "--role",
      paramLabel = "ROLE",
      description =
          "In all mailboxes: viewer (reads), drafter (writes replies, too), approver (decides,"
              + " too), tuner (changes topics, too) or admin (manages staff, too).")
  private @Nullable String role;

  @Option(
      names = "--mailbox",
      paramLabel = "NAME=ROLE",
      description =
          "The role in a single mailbox; several times for several. Without --role nothing else is"
              + " seen.")
  private @Nullable Map<String, String> mailboxes;

  /// @throws Failure when they name no right, or a role that there is not
  Rights rights() {
    Map<String, Role> single = new TreeMap<>();
    Optional.ofNullable(mailboxes)
        .orElse(Map.of())
        .forEach((mailbox, label) -> single.put(mailbox, known(label)));
    if (role == null && single.isEmpty()) {
      throw Failure.usage("say --role ROLE, or --mailbox NAME=ROLE for single mailboxes");
    }
    return new Rights(Optional.ofNullable(role).map(RightsOptions::known), new TreeMap<>(single));
  }

  static Role known(String label) {
    return Role.of(label).orElseThrow(() -> Failure.usage(unknown(label)));
  }

  private static String unknown(String label) {
    String known = Arrays.stream(Role.values()).map(Role::label).collect(Collectors.joining(", "));
    return "there is no role `" + label + "`; known: " + known;
  }
}
