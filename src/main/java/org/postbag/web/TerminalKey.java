package org.postbag.web;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;

/// The token under which the terminal beside the daemon reaches the API, once there is one. What is
/// decided there stands in the ledger as `terminal`.
public final class TerminalKey {
  private static final StaffMember TERMINAL =
      new StaffMember("terminal", Role.ADMIN, Instant.EPOCH);

  private final AtomicReference<Optional<RandomSecret>> token =
      new AtomicReference<>(Optional.empty());

  /// From now on that token opens the API.
  public void accept(TerminalAccess access) {
    token.set(Optional.of(access.token()));
  }

  Optional<StaffMember> holder(RandomSecret shown) {
    return token.get().filter(known -> same(known.text(), shown.text())).map(_ -> TERMINAL);
  }

  private static boolean same(String one, String other) {
    return MessageDigest.isEqual(
        one.getBytes(StandardCharsets.UTF_8), other.getBytes(StandardCharsets.UTF_8));
  }
}
