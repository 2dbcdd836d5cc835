package org.postbag.sending;

import java.time.Instant;
import org.postbag.email.Address;

/// An address that a server refused for good.
///
/// @param words the server's
public record RefusedAddress(Address address, Instant since, String words) {}
