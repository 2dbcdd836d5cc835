package org.postbag.web;

import java.net.URI;
import java.time.ZoneId;
import java.util.Optional;

/// `postbag.desk` in `config/application.yaml`, and what the desk shows of the office.
///
/// @param address the address that the desk listens on; the standard one is reached from this
///   machine only
/// @param port 0 to 65535; 0 takes a free one
/// @param publicUrl where the staff's browsers find the desk, when a proxy stands before it
/// @param door whom the desk believes, and by which names it is called
/// @param zone where the office is: all times are shown in it
/// @param office what the office is called, at the top of every page
public record DeskSettings(
    String address,
    int port,
    Optional<URI> publicUrl,
    DoorSettings door,
    ZoneId zone,
    String office) {
  public static final String ADDRESS = "127.0.0.1";
  public static final int PORT = 8080;

  public DeskSettings {
    if (address.isBlank() || port < 0 || port > 65_535) {
      throw new IllegalArgumentException("not an address and a port: " + address + ":" + port);
    }
  }

  /// Without a proxy of ours, and with no name but the public address.
  public DeskSettings(
      String address, int port, Optional<URI> publicUrl, ZoneId zone, String office) {
    this(address, port, publicUrl, DoorSettings.NONE, zone, office);
  }

  /// The standard address and port, and no proxy.
  public DeskSettings(ZoneId zone, String office) {
    this(ADDRESS, PORT, Optional.empty(), zone, office);
  }
}
