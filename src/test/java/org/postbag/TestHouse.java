package org.postbag;

import com.icegreen.greenmail.user.GreenMailUser;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Function;
import java.util.function.IntUnaryOperator;
import org.postbag.catalog.DraftRule;
import org.postbag.catalog.Secret;
import org.postbag.classifier.embedding.Embedder;
import org.postbag.database.DatabaseSettings;
import org.postbag.email.Address;
import org.postbag.intake.Credentials;
import org.postbag.intake.MailServer;
import org.postbag.intake.MailboxSettings;
import org.postbag.intake.StartFrom;
import org.postbag.intake.WriteBack;
import org.postbag.people.name.Salutations;
import org.postbag.people.place.Constituency;
import org.postbag.review.ReviewSettings;
import org.postbag.sending.SendingSettings;
import org.postbag.settings.Settings;
import org.postbag.upkeep.UpkeepSettings;
import org.postbag.web.DeskSettings;

/// The whole daemon beside a mail server in memory, for tests of the mail's way. The mailbox is
/// `office@field.example`; what is sent is delivered to mailboxes on the same server.
final class TestHouse implements AutoCloseable {
  static final String OFFICE = "office@field.example";
  static final String AUTHSERV_ID = "mx.field.example";
  private static final String PASSWORD = "a password";
  private static final ZoneId LONDON = ZoneId.of("Europe/London");

  final GreenMail server;
  final Path folder;
  private final Duration undoWindow;
  private final IntUnaryOperator way;
  private final OptionalInt smtpPort;
  private final Function<Path, DatabaseSettings> databases;
  private Daemon daemon;

  TestHouse(Duration undoWindow) {
    this(undoWindow, port -> port);
  }

  /// @param way gives the port at which the mailbox is reached, from the server's own
  TestHouse(Duration undoWindow, IntUnaryOperator way) {
    this(undoWindow, way, OptionalInt.empty());
  }

  /// @param smtpPort where replies are handed to, in place of the server's own
  TestHouse(Duration undoWindow, IntUnaryOperator way, OptionalInt smtpPort) {
    this(undoWindow, way, smtpPort, DatabaseSettings::in);
  }

  /// A house with that database, in which replies leave at once.
  static TestHouse on(DatabaseSettings database) {
    return new TestHouse(Duration.ZERO, port -> port, OptionalInt.empty(), _ -> database);
  }

  private TestHouse(
      Duration undoWindow,
      IntUnaryOperator way,
      OptionalInt smtpPort,
      Function<Path, DatabaseSettings> databases) {
    this.databases = databases;
    this.smtpPort = smtpPort;
    this.undoWindow = undoWindow;
    this.way = way;
    this.server = new GreenMail(new ServerSetup[] {setup("imap"), setup("smtp")});
    server.start();
    server.setUser(OFFICE, OFFICE, PASSWORD);
    folder = configuration();
    daemon = start();
  }

  private static ServerSetup setup(String protocol) {
    return new ServerSetup(0, "127.0.0.1", protocol);
  }

  private static Path configuration() {
    try {
      Path folder = Files.createTempDirectory("postbag-house");
      Files.createDirectories(folder.resolve("config/topics"));
      Files.createDirectories(folder.resolve("config/replies"));
      Files.writeString(
          folder.resolve("config/topics/calais.yaml"),
          """
          title: Calais and border security
          reply: calais
          keywords:
            - calais: 3
            - "channel tunnel": 3
            - migrants: 2
            - border: 2
            - lorries
          """);
      Files.writeString(
          folder.resolve("config/topics/buses.yaml"),
          """
          title: Local buses
          keywords:
            - bus: 3
            - "bus service": 3
            - timetable
          """);
      Files.writeString(
          folder.resolve("config/replies/calais.md"),
          """
          ---
          owner: Correspondence team
          reviewed: 2026-11-02
          ---
          {{salutation}},

          Thank you for writing about Calais. £19 million, €10 million a year: it’s being done.

          {{signature}}
          """);
      return folder;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Daemon start() {
    return Daemon.start(settings());
  }

  private Settings settings() {
    Address address = Address.parse(OFFICE).orElseThrow();
    MailboxSettings mailbox =
        new MailboxSettings(
            "office",
            OFFICE,
            Optional.of("Office of Jo Field"),
            new MailServer(
                "127.0.0.1", way.applyAsInt(server.getImap().getPort()), MailServer.Security.NONE),
            new MailServer(
                "127.0.0.1",
                smtpPort.orElseGet(() -> server.getSmtp().getPort()),
                MailServer.Security.NONE),
            OFFICE,
            new Credentials.Password(new Secret(PASSWORD)),
            List.of("INBOX"),
            new StartFrom.Now(),
            Duration.ofSeconds(1),
            MailboxSettings.SIZE_LIMIT,
            WriteBack.standard(),
            Optional.empty());
    return new Settings(
        folder.resolve("config"),
        folder.resolve("data"),
        databases.apply(folder.resolve("data")),
        List.of(mailbox),
        Set.of(address),
        Map.of("office", "Jo Field MP"),
        Map.of("office", AUTHSERV_ID),
        LONDON,
        Constituency.UNKNOWN,
        Salutations.STANDARD,
        undoWindow,
        Settings.REPEAT_AFTER,
        Settings.FLOOD_LIMIT,
        ReviewSettings.DRAFT_LIMIT,
        false,
        Embedder.When.OFF,
        DraftRule.DEFAULT,
        SendingSettings.STANDARD.live(),
        new DeskSettings(DeskSettings.ADDRESS, 0, Optional.empty(), LONDON, "Office of Jo Field"),
        UpkeepSettings.none(LONDON));
  }

  /// One of the house's doors.
  <T> T door(Class<T> type) {
    return daemon.door(type);
  }

  /// Where the desk and the API are.
  URI address() {
    return daemon.address();
  }

  /// Stops the daemon and starts it again on the same data.
  void restart() {
    restart(() -> {});
  }

  /// The same, and does something in between.
  void restart(Runnable meanwhile) {
    daemon.close();
    meanwhile.run();
    daemon = start();
  }

  /// Puts a letter into the office's mailbox, as a mail server would.
  void deliver(String letter) {
    GreenMailUser user = server.getUserManager().getUserByEmail(OFFICE);
    try {
      user.deliver(
          new jakarta.mail.internet.MimeMessage(
              null,
              new java.io.ByteArrayInputStream(
                  letter.replace("\n", "\r\n").getBytes(java.nio.charset.StandardCharsets.UTF_8))));
    } catch (jakarta.mail.MessagingException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void close() {
    daemon.close();
    server.stop();
  }
}
