package org.postbag.demo;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.postbag.Daemon;
import org.postbag.intake.Intake;
import org.postbag.ledger.Ledger;
import org.postbag.settings.Settings;
import org.postbag.settings.SettingsReader;
import org.postbag.web.OneTimeLinks;
import org.postbag.web.RandomSecret;
import org.postbag.web.Role;
import org.postbag.web.Staff;
import org.postbag.web.StaffMember;

/// The whole program beside a mail server of its own: what `postbag demo` runs.
public final class Demo implements AutoCloseable {
  /// Who is signed in by the link.
  public static final String MEMBER = "demo";

  /// How long an approved reply can be called back.
  public static final Duration UNDO_WINDOW = Duration.ofSeconds(15);

  static final String MAILBOX = "office";

  private static final Duration LETTERS_ARRIVE_OVER = Duration.ofMinutes(1);
  private static final Duration LINK_IS_GOOD = Duration.ofHours(12);

  private final DemoMailServer server;
  private final Daemon daemon;
  private final DemoFolder folder;
  private final Arrivals arrivals;

  private Demo(DemoMailServer server, Daemon daemon, DemoFolder folder, InstantSource clock) {
    this.server = server;
    this.daemon = daemon;
    this.folder = folder;
    this.arrivals = new Arrivals(server, clock);
  }

  /// Starts the mail server with an empty mailbox, and the daemon; the desk answers when this
  /// returns. Letters come with [#letArrive].
  ///
  /// @param port of the desk; 0 takes a free one
  /// @throws IOException when the topics and replies cannot be copied
  public static Demo start(DemoFolder folder, int port, InstantSource clock) throws IOException {
    DemoMailServer server = DemoMailServer.start(clock);
    try {
      folder.configure(server, port, clock);
      Daemon daemon = Daemon.start(settings(folder), DemoDesk.class);
      daemon.door(SentMail.class).of(server);
      return new Demo(server, daemon, folder, clock);
    } catch (IOException | RuntimeException e) {
      server.close();
      throw e;
    }
  }

  private static Settings settings(DemoFolder folder) {
    SettingsReader.Reading reading =
        SettingsReader.read(folder.config(), folder.data(), _ -> Optional.empty());
    return reading
        .settings()
        .orElseThrow(() ->
            new IllegalStateException("the demo's own settings are wrong: " + reading.problems()));
  }

  /// Where the desk is.
  public URI address() {
    return daemon.address();
  }

  /// The topics and replies in force: saving a file there is enough.
  public Path config() {
    return folder.config();
  }

  /// An address that signs the browser in, once.
  public URI signInLink() {
    OneTimeLinks links = daemon.door(OneTimeLinks.class);
    return address().resolve(links.signInPath(member(), LINK_IS_GOOD));
  }

  /// Nobody knows the password: the link is the way in.
  private StaffMember member() {
    Staff staff = daemon.door(Staff.class);
    if (staff.find(MEMBER).isEmpty()) {
      staff.add(MEMBER, Role.ADMIN, RandomSecret.random().text());
    }
    return staff.find(MEMBER).orElseThrow();
  }

  /// Whether the data folder holds letters of an earlier demo.
  public boolean holdsLetters() {
    return daemon.door(Ledger.class).account().received() > 0;
  }

  /// Lets letters come: most of them at once, the rest while somebody watches. They come after the
  /// first look into the mailbox, because what lies there before it is old and gets no draft.
  public void letArrive(List<SampleLetter> letters) {
    letArrive(letters, LETTERS_ARRIVE_OVER);
  }

  void letArrive(List<SampleLetter> letters, Duration meanwhile) {
    Intake intake = daemon.door(Intake.class);
    arrivals.begin(letters, meanwhile, () -> intake.cursor(MAILBOX, "INBOX").isPresent());
  }

  /// A door of the house, for tests.
  <T> T door(Class<T> type) {
    return daemon.door(type);
  }

  @Override
  public void close() {
    arrivals.close();
    daemon.close();
    server.close();
  }
}
