package org.postbag.email;

import org.jspecify.annotations.Nullable;

/// RFC 5322 §3.4 *mailbox*: an address and the name that was written before it, decoded.
public record NamedAddress(@Nullable String name, Address address) {
  @Override
  public String toString() {
    return name == null ? address.toString() : name + " <" + address + ">";
  }
}
