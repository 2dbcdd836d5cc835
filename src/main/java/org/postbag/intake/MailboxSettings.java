package org.postbag.intake;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/// One mailbox under `postbag.mailboxes`.
///
/// @param name its key there
/// @param address the From of the replies
/// @param displayName the words before that address
/// @param folders the IMAP folders that are read, at least one
/// @param pollInterval the longest time between two looks, also where the server has IDLE; at least
///   a second
/// @param sizeLimit larger letters are cut after so many octets; 64 KiB to 100 MiB
/// @param certificates a PEM file of authorities to trust in place of the machine's own
public record MailboxSettings(
    String name,
    String address,
    Optional<String> displayName,
    MailServer imap,
    MailServer smtp,
    String username,
    Credentials credentials,
    List<String> folders,
    StartFrom startFrom,
    Duration pollInterval,
    int sizeLimit,
    WriteBack writeBack,
    Optional<Path> certificates) {
  public static final Duration POLL_INTERVAL = Duration.ofMinutes(1);
  public static final int SIZE_LIMIT = 25 * 1024 * 1024;
  private static final int LEAST_SIZE_LIMIT = 64 * 1024;
  private static final int MOST_SIZE_LIMIT = 100 * 1024 * 1024;

  public MailboxSettings {
    folders = List.copyOf(folders);
    if (folders.isEmpty()) {
      throw new IllegalArgumentException("mailbox " + name + " reads no folder");
    }
    if (pollInterval.compareTo(Duration.ofSeconds(1)) < 0) {
      throw new IllegalArgumentException("poll-interval is shorter than a second");
    }
    if (sizeLimit < LEAST_SIZE_LIMIT || sizeLimit > MOST_SIZE_LIMIT) {
      throw new IllegalArgumentException("size-limit is not between 64 KiB and 100 MiB");
    }
  }
}
