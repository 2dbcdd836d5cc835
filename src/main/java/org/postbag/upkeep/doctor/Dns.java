package org.postbag.upkeep.doctor;

import java.util.ArrayList;
import java.util.Hashtable;
import java.util.List;
import java.util.Optional;
import javax.naming.Context;
import javax.naming.NameNotFoundException;
import javax.naming.NamingEnumeration;
import javax.naming.NamingException;
import javax.naming.directory.Attribute;
import javax.naming.directory.InitialDirContext;

/// Asks the machine's name servers, by the JDK's own client.
public final class Dns {
  private Dns() {}

  /// The TXT records of a name; empty where nobody answers within a few seconds.
  @SuppressWarnings({
    "JdkObsolete",
    "BanJNDI"
  }) // JNDI takes nothing else; the name is the office's own
  public static Optional<List<String>> text(String name) {
    Hashtable<String, String> environment = new Hashtable<>();
    environment.put(Context.INITIAL_CONTEXT_FACTORY, "com.sun.jndi.dns.DnsContextFactory");
    environment.put("com.sun.jndi.dns.timeout.initial", "2000");
    environment.put("com.sun.jndi.dns.timeout.retries", "1");
    try {
      InitialDirContext dns = new InitialDirContext(environment);
      Attribute records = dns.getAttributes(name, new String[] {"TXT"}).get("TXT");
      dns.close();
      return Optional.of(records == null ? List.of() : values(records));
    } catch (NameNotFoundException _) {
      return Optional.of(List.of());
    } catch (NamingException _) {
      return Optional.empty();
    }
  }

  /// A record longer than 255 bytes comes in pieces, each in quotes.
  private static List<String> values(Attribute records) throws NamingException {
    List<String> values = new ArrayList<>();
    NamingEnumeration<?> all = records.getAll();
    while (all.hasMore()) {
      values.add(String.valueOf(all.next()).replace("\" \"", "").replace("\"", ""));
    }
    return values;
  }
}
