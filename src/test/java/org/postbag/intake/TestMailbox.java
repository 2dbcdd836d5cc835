package org.postbag.intake;

import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Mailboxes as tests want them.
public final class TestMailbox {
  private TestMailbox() {}

  /// A mailbox with the standard settings, on one server for both ways.
  public static MailboxSettings of(
      String name, String address, MailServer server, String username, Credentials credentials) {
    return new MailboxSettings(
        name,
        address,
        Optional.empty(),
        server,
        server,
        username,
        credentials,
        List.of("INBOX"),
        new StartFrom.Now(),
        MailboxSettings.POLL_INTERVAL,
        MailboxSettings.SIZE_LIMIT,
        WriteBack.standard(),
        Optional.empty());
  }

  /// The same mailbox with some of its settings, by their names, changed.
  public static MailboxSettings with(MailboxSettings mailbox, Map<String, Object> changed) {
    RecordComponent[] parts = MailboxSettings.class.getRecordComponents();
    List<String> names = Arrays.stream(parts).map(RecordComponent::getName).toList();
    if (!names.containsAll(changed.keySet())) {
      throw new IllegalArgumentException(changed.keySet() + " of " + names);
    }
    try {
      Object[] values = new Object[parts.length];
      for (int i = 0; i < parts.length; i++) {
        Object now = parts[i].getAccessor().invoke(mailbox);
        values[i] = changed.getOrDefault(parts[i].getName(), now);
      }
      Class<?>[] types =
          Arrays.stream(parts).map(RecordComponent::getType).toArray(Class<?>[]::new);
      return MailboxSettings.class.getConstructor(types).newInstance(values);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("a mailbox cannot be changed", e);
    }
  }
}
