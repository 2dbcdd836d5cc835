package org.postbag.settings;

import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.postbag.catalog.DraftRule;
import org.postbag.classifier.embedding.Embedder;
import org.postbag.database.DatabaseSettings;
import org.postbag.email.Address;
import org.postbag.email.NamedAddress;
import org.postbag.intake.MailboxSettings;
import org.postbag.people.name.Salutations;
import org.postbag.people.place.Constituency;
import org.postbag.reply.ReplySettings;
import org.postbag.review.ReviewSettings;
import org.postbag.sending.SendingSettings;
import org.postbag.upkeep.UpkeepSettings;
import org.postbag.web.DeskSettings;

/// All of `config/application.yaml`, checked; one record a room.
///
/// @param config the folder `config/`, with the topics and the standard replies
/// @param data the data folder
/// @param own the office's own addresses: nothing is ever answered to them
/// @param signatures what `{{signature}}` stands for, Markdown, by mailbox
/// @param authservIds the name of each mailbox's server in Authentication-Results, by mailbox, in
///   lower case; those without one are learned
/// @param zone where the office is
/// @param constituency the postcodes that the office speaks for
/// @param salutations how replies begin
/// @param undoWindow how long an approved reply stays before it may leave
/// @param repeatAfter a writer gets a topic's standard reply once in this time
/// @param meaning which letters are looked at for their meaning
/// @param floodLimit letters of one writer, or for one recipient, in 24 hours after which no more
///   drafts are made
/// @param draftLimit so many drafts of a mailbox or topic in an hour are never too many
public record Settings(
    Path config,
    Path data,
    DatabaseSettings database,
    List<MailboxSettings> mailboxes,
    Set<Address> own,
    Map<String, String> signatures,
    Map<String, String> authservIds,
    ZoneId zone,
    Constituency constituency,
    Salutations salutations,
    Duration undoWindow,
    Duration repeatAfter,
    int floodLimit,
    int draftLimit,
    boolean quotesOriginal,
    Embedder.When meaning,
    DraftRule draftRule,
    SendingSettings sending,
    DeskSettings desk,
    UpkeepSettings upkeep) {
  public static final Duration UNDO_WINDOW = Duration.ofSeconds(60);
  public static final Duration REPEAT_AFTER = Duration.ofDays(30);
  public static final int FLOOD_LIMIT = 10;

  public Settings {
    mailboxes = List.copyOf(mailboxes);
    own = Set.copyOf(own);
    signatures = Map.copyOf(signatures);
    authservIds = Map.copyOf(authservIds);
  }

  public ReplySettings reply() {
    return new ReplySettings(own, signatures, zone, constituency, salutations, quotesOriginal);
  }

  public ReviewSettings review() {
    return new ReviewSettings(undoWindow, repeatAfter, floodLimit, draftLimit, senders());
  }

  private Map<String, NamedAddress> senders() {
    return mailboxes.stream().collect(Collectors.toMap(MailboxSettings::name, Settings::sender));
  }

  private static NamedAddress sender(MailboxSettings mailbox) {
    Address address = Address.parse(mailbox.address()).orElseThrow();
    return new NamedAddress(mailbox.displayName().orElse(null), address);
  }
}
