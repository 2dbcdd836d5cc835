package org.postbag.settings;

import java.net.URI;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.postbag.catalog.Misfit;
import org.postbag.catalog.YamlItem;
import org.postbag.catalog.YamlMap;
import org.postbag.email.Address;
import org.postbag.intake.MailServer;
import org.postbag.intake.StartFrom;
import org.postbag.intake.WriteBack;

/// Reads the keys of one mailbox that need more than a word: servers, folders, what is written
/// back.
final class MailboxKeys {
  static final String AN_ADDRESS = "an address, as in `office@example.org`";

  private MailboxKeys() {}

  static Optional<Address> address(YamlMap mailbox) {
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

  static Optional<MailServer> server(YamlMap mailbox, String key, String example) {
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

  static List<String> folders(YamlMap mailbox) {
    List<String> folders = mailbox.items("folder").stream().map(YamlItem::text).toList();
    return folders.isEmpty() ? List.of("INBOX") : folders;
  }

  static StartFrom startFrom(YamlMap mailbox) {
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

  static WriteBack writeBack(YamlMap mailbox) {
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
}
