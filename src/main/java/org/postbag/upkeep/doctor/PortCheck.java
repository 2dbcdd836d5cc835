package org.postbag.upkeep.doctor;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.postbag.upkeep.health.Finding;
import org.postbag.upkeep.health.HealthCheck;

/// Whether the desk can listen where it is to.
///
/// @param isRunning whether a daemon of ours listens there already
public record PortCheck(String address, int port, BooleanSupplier isRunning)
    implements HealthCheck {
  private static final String PART = "port";

  @Override
  public List<Finding> look() {
    if (isRunning.getAsBoolean()) {
      return List.of(Finding.well(PART, "The running daemon has it."));
    }
    try (ServerSocket socket = new ServerSocket()) {
      socket.bind(new InetSocketAddress(address, port));
      return List.of(Finding.well(PART, address + ", port " + port + " is free."));
    } catch (IOException e) {
      return List.of(
          Finding.down(
              PART,
              "The desk cannot listen on %s, port %d: %s. Stop what does, or set postbag.desk."
                  .formatted(address, port, e.getMessage())));
    }
  }
}
