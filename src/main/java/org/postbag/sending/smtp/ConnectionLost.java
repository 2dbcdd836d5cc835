package org.postbag.sending.smtp;

import java.io.IOException;

/// The connection is of no more use: closed, silent for too long, or talking nonsense.
final class ConnectionLost extends IOException {
  private static final long serialVersionUID = 1;

  ConnectionLost(String message) {
    super(message);
  }

  ConnectionLost(String message, IOException cause) {
    super(message + ": " + cause.getMessage(), cause);
  }
}
