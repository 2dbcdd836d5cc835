package org.postbag.demo;

import com.icegreen.greenmail.mail.MailAddress;
import com.icegreen.greenmail.mail.MovingMessage;
import com.icegreen.greenmail.store.FolderException;
import com.icegreen.greenmail.user.GreenMailUser;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.Flags;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Date;
import java.util.List;
import java.util.Properties;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The office's mail server, in memory: IMAP and SMTP on free ports of loopback. Letters lie in the
/// inbox of [#OFFICE]; what is sent is not delivered anywhere, but kept and shown.
public final class DemoMailServer implements AutoCloseable {
  /// The address, and the user name, of the office.
  public static final String OFFICE = "office@thorne.example";

  /// Guards nothing: the server lives in this process and listens on loopback only.
  public static final String PASSWORD = "demo";

  private static final Logger log = LoggerFactory.getLogger(DemoMailServer.class);
  private static final String LOOPBACK = "127.0.0.1";

  private final GreenMail server;
  private final GreenMailUser office;
  private final GreenMailUser world;
  private final InstantSource clock;
  private final List<SentLetter> sent = new ArrayList<>();
  private MovingMessage lastSeen = new MovingMessage();

  private DemoMailServer(GreenMail server, InstantSource clock) {
    this.server = server;
    this.clock = clock;
    this.office = server.setUser(OFFICE, OFFICE, PASSWORD);
    this.world = server.setUser("world@postbag.example", "world", PASSWORD);
  }

  /// A running server; `clock` stamps what is sent.
  public static DemoMailServer start(InstantSource clock) {
    GreenMail server =
        new GreenMail(
            new ServerSetup[] {
              new ServerSetup(0, LOOPBACK, ServerSetup.PROTOCOL_IMAP),
              new ServerSetup(0, LOOPBACK, ServerSetup.PROTOCOL_SMTP)
            });
    keepQuietWhenClientsLeave();
    server.start();
    DemoMailServer demo = new DemoMailServer(server, clock);
    server.getUserManager().setMessageDeliveryHandler(demo::take);
    return demo;
  }

  /// GreenMail's threads end with an exception when a client closes its connection in IDLE.
  private static void keepQuietWhenClientsLeave() {
    Thread.UncaughtExceptionHandler before = Thread.getDefaultUncaughtExceptionHandler();
    Thread.setDefaultUncaughtExceptionHandler((thread, problem) -> {
      boolean greenMails =
          Arrays.stream(problem.getStackTrace())
              .anyMatch(frame -> frame.getClassName().startsWith("com.icegreen."));
      if (!greenMails && before != null) {
        before.uncaughtException(thread, problem);
      } else if (!greenMails) {
        log.error("Thread {} has ended", thread.getName(), problem);
      }
    });
  }

  public int imapPort() {
    return server.getImap().getPort();
  }

  public int smtpPort() {
    return server.getSmtp().getPort();
  }

  /// Puts a letter into the office's inbox as it is, byte for byte, as though it came at `time`.
  public void arrive(SampleLetter letter, Instant time) {
    try {
      MimeMessage message =
          new MimeMessage(
              Session.getInstance(new Properties()), new ByteArrayInputStream(letter.bytes()));
      server
          .getManagers()
          .getImapHostManager()
          .getInbox(office)
          .appendMessage(message, new Flags(), Date.from(time));
    } catch (MessagingException | FolderException e) {
      throw new IllegalStateException("the demo's mailbox did not take " + letter.name(), e);
    }
  }

  /// What was sent so far, in the order in which it came.
  public synchronized List<SentLetter> sent() {
    return List.copyOf(sent);
  }

  @Override
  public void close() {
    server.stop();
  }

  /// GreenMail hands a message over once for every recipient; the first time counts.
  private synchronized GreenMailUser take(MovingMessage message, MailAddress first) {
    if (!message.equals(lastSeen)) {
      lastSeen = message;
      List<String> recipients =
          message.getToAddresses().stream().map(MailAddress::getEmail).sorted().toList();
      sent.addLast(new SentLetter(clock.instant(), recipients, bytes(message)));
    }
    return world;
  }

  private static byte[] bytes(MovingMessage message) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try {
      message.getMessage().writeTo(out);
    } catch (IOException | MessagingException e) {
      throw new IllegalStateException("the demo could not keep what was sent", e);
    }
    return out.toByteArray();
  }
}
