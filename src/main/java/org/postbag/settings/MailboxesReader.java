package org.postbag.settings;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
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
import org.postbag.intake.StartFrom;
import org.postbag.intake.WriteBack;
import org.postbag.sending.RateLimit;

/// Reads `postbag.mailboxes`.
final class MailboxesReader {
  private static final String AN_ADDRESS = "an address, as in `office@example.org`";
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
    Optional<Address> address = address(mailbox);
    Optional<MailServer> imap = server(mailbox, "imap", "imaps://imap.example.org:993");
    Optional<MailServer> smtp = server(mailbox, "smtp", "smtps://smtp.example.org:465");
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
            folders(mailbox),
            startFrom(mailbox),
            mailbox
                .duration("poll-interval", Duration.ofSeconds(1), Duration.ofHours(1))
                .orElse(MailboxSettings.POLL_INTERVAL),
            mailbox
                .size("size-limit", 100_000, 100_000_000)
                .map(Long::intValue)
                .orElse(MailboxSettings.SIZE_LIMIT),
            writeBack(mailbox),
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

  private static Optional<Address> address(YamlMap mailbox) {
    return mailbox.read(
        "address",
        AN_ADDRESS,
        text -> {
          if (text.indexOf('@') != text.lastIndexOf('@') || text.matches(".*[\\s,;<>].*")) {
            throw new Misfit(
                "is not one address alone",
                "write one, as in `office@example.org`; others belong under own-addresses, and the"
                    + " name under name");
          }
          return Address.parse(text).orElse(null);
        });
  }

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

  private static Optional<MailServer> server(YamlMap mailbox, String key, String example) {
    return mailbox.read(
        key,
        "the server, as in `" + example + "`",
        text -> {
          if (!text.matches("(?i)" + key + "s?://.*")) {
            throw new Misfit("does not begin with " + key + "s://", "write `" + example + "`");
          }
          return ServerAddress.read(URI.create(text));
        });
  }

  private static List<String> folders(YamlMap mailbox) {
    List<String> folders = mailbox.items("folder").stream().map(YamlItem::text).toList();
    return folders.isEmpty() ? List.of("INBOX") : folders;
  }

  private static StartFrom startFrom(YamlMap mailbox) {
    return mailbox
        .<StartFrom>read(
            "start-from",
            "`now`, `all` or a day, as in `2026-03-31`",
            text ->
                switch (text) {
                  case "now" -> new StartFrom.Now();
                  case "all" -> new StartFrom.All();
                  case String day -> new StartFrom.Since(LocalDate.parse(day));
                })
        .orElseGet(StartFrom.Now::new);
  }

  private static WriteBack writeBack(YamlMap mailbox) {
    WriteBack standard = WriteBack.standard();
    return new WriteBack(
        mailbox.flag("mark-answered").orElse(standard.answered()),
        mailbox.read(
            "keyword",
            "one word of letters, digits, `$`, `-` and `_`",
            text -> text.matches("[A-Za-z0-9$_-]+") ? text : null),
        mailbox.text("move-to"),
        mailbox.text("sent-folder").orElse(standard.sentFolder()),
        mailbox.flag("copy-to-sent").orElse(standard.copyToSent()));
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
                      item.line(), "`" + item.text() + "` is no address", "write " + AN_ADDRESS));
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
