package org.postbag.web;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// Whom the desk believes, and by which names it is called.
///
/// @param trustedProxies the IP addresses of proxies whose `X-Forwarded-*` fields are believed; or,
///   with a dot at its end, the beginning of such addresses
/// @param hosts names in `Host` beside the public address's, such as that of a container
public record DoorSettings(List<String> trustedProxies, List<String> hosts) {
  /// Nobody, and none.
  public static final DoorSettings NONE = new DoorSettings(List.of(), List.of());

  public DoorSettings {
    trustedProxies = List.copyOf(trustedProxies);
    hosts = List.copyOf(hosts);
  }

  /// The same as a pattern of whole addresses, for Tomcat's RemoteIpValve.
  public String proxyPattern() {
    return trustedProxies.stream()
        .map(proxy -> Pattern.quote(proxy) + (proxy.endsWith(".") ? ".*" : ""))
        .collect(Collectors.joining("|"));
  }
}
