package org.postbag;

import java.net.BindException;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.postbag.database.CannotOpen;
import org.postbag.web.DeskSettings;
import org.springframework.boot.web.server.PortInUseException;
import org.springframework.core.NestedExceptionUtils;

/// The daemon does not start. The message is one sentence for those who keep the machine: what,
/// why, and what to do about it.
public final class CannotStart extends RuntimeException {
  private static final long serialVersionUID = 1;

  private final boolean inUse;

  CannotStart(String message, Throwable cause) {
    super(message, cause);
    this.inUse = false;
  }

  private CannotStart(String message) {
    super(message);
    this.inUse = true;
  }

  /// Another daemon runs on the same data folder.
  static CannotStart inUse(Path folder, String holder) {
    return new CannotStart(
        "the data folder %s is in use by %s; one daemon at a time: stop that one first, or give another folder with --data"
            .formatted(folder, holder));
  }

  /// Another daemon of this name runs on the same database.
  static CannotStart inUse(String node, String holder) {
    return new CannotStart(
        "the database is in use by another node named %s (%s); stop that one first, or give each node a name of its own with postbag.sending.node in config/application.yaml"
            .formatted(node, holder));
  }

  /// Whether another daemon holds the data folder or the node's name, which is wrong usage and no
  /// failure.
  public boolean isInUse() {
    return inUse;
  }

  /// What kept the frame from putting the house together.
  static CannotStart because(RuntimeException failure, DeskSettings desk) {
    for (@Nullable Throwable cause = failure; cause != null; cause = cause.getCause()) {
      Optional<String> words = words(cause, desk);
      if (words.isPresent()) {
        return new CannotStart(words.get(), failure);
      }
    }
    Throwable innermost = NestedExceptionUtils.getMostSpecificCause(failure);
    String said = String.valueOf(innermost.getMessage()).lines().findFirst().orElse("");
    return new CannotStart(
        "%s: %s; --debug shows where".formatted(innermost.getClass().getSimpleName(), said),
        failure);
  }

  private static Optional<String> words(Throwable cause, DeskSettings desk) {
    return switch (cause) {
      case CannotStart known -> Optional.ofNullable(known.getMessage());
      case CannotOpen known -> Optional.ofNullable(known.getMessage());
      case PortInUseException _ ->
          Optional.of(
              "the desk's port %d is in use by another program; stop that, or set postbag.desk.port"
                  .formatted(desk.port()));
      case BindException _ ->
          Optional.of(
              "the desk cannot listen on %s, port %d: %s; set postbag.desk.address and port"
                  .formatted(desk.address(), desk.port(), cause.getMessage()));
      default -> Optional.empty();
    };
  }
}
