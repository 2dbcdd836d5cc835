package org.postbag.settings;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.postbag.catalog.Misfit;
import org.postbag.catalog.Mistakes;
import org.postbag.catalog.TemplateMarks;
import org.postbag.catalog.YamlItem;
import org.postbag.catalog.YamlMap;
import org.postbag.email.Address;
import org.postbag.intake.Credentials;
import org.postbag.intake.MailServer;
import org.postbag.intake.MailboxSettings;
import org.postbag.sending.RateLimit;

/// Reads `postbag.mailboxes`.
final class MailboxesReader {
  private static final String A_NAME = "[A-Za-z0-9][A-Za-z0-9_-]*";

  private final Path config;
  private final Mistakes mistakes;
  private final List<MailboxSettings> settings = new ArrayList<>();
  private final Set<Address> own = new HashSet<>();
  private final Map<String, String> signatures = new LinkedHashMap<>();
  private final Map<String, String> authservIds = new LinkedHashMap<>();
  private final Map<String, RateLimit> paces = new LinkedHashMap<>();

  /// @param config the folder in which relative paths begin
  MailboxesReader(Path config, Mistakes mistakes) {
    this.config = config;
    this.mistakes = mistakes;
  }

  void read(YamlMap mailboxes) {
    for (String name : mailboxes.keys()) {
      if (!name.matches(A_NAME)) {
        mistakes.error(
            mailboxes.lineOf(name),
            "`" + name + "` is no name for a mailbox",
            "use letters, digits, `-` and `_`");
      }
      mailboxes.map(name).ifPresent(mailbox -> read(name, mailbox));
    }
  }

  private void read(String name, YamlMap mailbox) {
    mailbox.require("address");
    mailbox.require("imap");
    mailbox.require("smtp");
    Optional<Address> address = MailboxKeys.address(mailbox);
    Optional<MailServer> imap = MailboxKeys.server(mailbox, "imap", "imaps://imap.example.org:993");
    Optional<MailServer> smtp = MailboxKeys.server(mailbox, "smtp", "smtps://smtp.example.org:465");
    Optional<String> username = mailbox.text("username");
    Optional<Credentials> signIn = new SignInReader(mistakes, config).read(mailbox);
    MailboxSettings read =
        new MailboxSettings(
            name,
            address.map(Address::toString).orElse("nobody@invalid"),
            mailbox.text("name"),
            imap.orElse(NOWHERE),
            smtp.orElse(NOWHERE),
            username.or(() -> address.map(Address::toString)).orElse(""),
            signIn.orElse(NOBODY),
            MailboxKeys.folders(mailbox),
            MailboxKeys.startFrom(mailbox),
            mailbox
                .duration("poll-interval", Duration.ofSeconds(1), Duration.ofHours(1))
                .orElse(MailboxSettings.POLL_INTERVAL),
            mailbox
                .size("size-limit", 100_000, 100_000_000)
                .map(Long::intValue)
                .orElse(MailboxSettings.SIZE_LIMIT),
            MailboxKeys.writeBack(mailbox),
            certificates(mailbox));
    mailbox.text("signature").ifPresent(signature -> signature(name, signature, mailbox));
    mailbox
        .text("trusted-authserv-id")
        .ifPresent(id -> authservIds.put(name, id.strip().toLowerCase(Locale.ROOT)));
    SendingReader.pace(mailbox).ifPresent(rateLimit -> paces.put(name, rateLimit));
    ownAddresses(mailbox, address);
    mailbox.checkKeys();
    twice(name, read, mailbox);
    settings.add(read);
  }

  /// What is left open in a signature is left open in every reply.
  private void signature(String name, String signature, YamlMap mailbox) {
    signatures.put(name, signature);
    int first = mailbox.lineOf("signature") + (signature.strip().contains("\n") ? 1 : 0);
    List<String> lines = signature.lines().toList();
    for (int i = 0; i < lines.size(); i++) {
      for (String mark : TemplateMarks.in(lines.get(i))) {
        mistakes.warning(
            first + i,
            "no draft with this signature can be approved: " + mark,
            "write out what is missing");
      }
    }
  }

  /// Stand in for what was not understood, so that the rest can be read; an error was noted, so
  /// nobody ever sees them.
  private static final MailServer NOWHERE =
      new MailServer("localhost", 1, MailServer.Security.NONE);

  private static final Credentials NOBODY =
      new Credentials.Password(new org.postbag.catalog.Secret(""));

  /// One mailbox that is read twice would give every letter two answers.
  private void twice(String name, MailboxSettings read, YamlMap mailbox) {
    for (MailboxSettings other : settings) {
      boolean same =
          other.imap().toString().equalsIgnoreCase(read.imap().toString())
              && other.username().equalsIgnoreCase(read.username())
              && other.folders().stream().anyMatch(read.folders()::contains);
      if (same && !read.imap().equals(NOWHERE)) {
        mistakes.error(
            mailbox.lineOf("username"),
            "`" + name + "` and `" + other.name() + "` are the same mailbox and folder",
            "remove one of them, or name another folder");
      }
    }
  }

  private Optional<Path> certificates(YamlMap mailbox) {
    return mailbox.read(
        "certificates",
        "the path of a PEM file, counted from the folder of this file",
        text -> {
          Path file = config.resolve(text);
          if (!Files.isReadable(file)) {
            throw new Misfit("does not exist or may not be read", "write the path of a PEM file");
          }
          return file;
        });
  }

  private void ownAddresses(YamlMap mailbox, Optional<Address> address) {
    address.ifPresent(own::add);
    for (YamlItem item : mailbox.items("own-addresses")) {
      Address.parse(item.text())
          .ifPresentOrElse(
              own::add,
              () ->
                  mistakes.error(
                      item.line(),
                      "`" + item.text() + "` is no address",
                      "write " + MailboxKeys.AN_ADDRESS));
    }
  }

  boolean isEmpty() {
    return settings.isEmpty();
  }

  List<MailboxSettings> settings() {
    return settings;
  }

  Set<Address> own() {
    return own;
  }

  Map<String, String> signatures() {
    return signatures;
  }

  Map<String, String> authservIds() {
    return authservIds;
  }

  Map<String, RateLimit> paces() {
    return paces;
  }

  /// What the office is called when nothing else says so.
  String firstDisplayName() {
    return settings.stream()
        .flatMap(mailbox -> mailbox.displayName().stream())
        .findFirst()
        .orElse("Postbag");
  }
}
