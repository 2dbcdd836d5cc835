package org.postbag.sending;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.Predicate;
import javax.net.ssl.SSLContext;
import org.jspecify.annotations.Nullable;

/// An SMTP server that keeps a ledger of what it accepted: each letter is on disk before the 250
/// leaves. At every step it can be told to answer otherwise, or to drop the link.
public final class LedgerSink implements AutoCloseable {
  /// A letter that was accepted.
  public record Mail(String from, String to, String text) {
    /// The first field of that name, unfolded; empty without one.
    public String field(String name) {
      String head = text.substring(0, text.indexOf("\r\n\r\n")).replaceAll("\r\n[ \t]", " ");
      return head.lines()
          .filter(l -> l.toLowerCase(Locale.ROOT).startsWith(name.toLowerCase(Locale.ROOT) + ":"))
          .map(l -> l.substring(name.length() + 1).strip())
          .findFirst()
          .orElse("");
    }
  }

  /// Where in the conversation an answer stands.
  public enum Step {
    GREETING,
    EHLO,
    HELO,
    STARTTLS,
    AUTH,
    MAIL,
    RCPT,
    DATA,
    DOT,
    RSET,
    NOOP,
    QUIT
  }

  /// Instead of an answer: the link is closed.
  public static final String DROP = "drop";

  private final ServerSocket server;
  private final List<Mail> mails = Collections.synchronizedList(new ArrayList<>());
  private final List<String> commands = new CopyOnWriteArrayList<>();
  private final Map<Step, Deque<String>> scripts =
      Collections.synchronizedMap(new EnumMap<>(Step.class));
  private final ConcurrentLinkedQueue<Socket> open = new ConcurrentLinkedQueue<>();
  private final AtomicInteger connections = new AtomicInteger();
  private final @Nullable FileChannel file;
  volatile List<String> offer = List.of("PIPELINING", "SIZE 10000000", "8BITMIME");
  volatile @Nullable SSLContext tls;
  volatile boolean implicitTls;
  volatile Predicate<String> tokens = _ -> true;
  volatile int dropInData = -1;
  volatile int dropInDot = -1;
  volatile int dropInAnswer = -1;
  private volatile Consumer<Mail> onMail = _ -> {};
  private volatile Consumer<String> onCommand = _ -> {};

  /// Without a file.
  public LedgerSink() {
    this(Optional.empty());
  }

  /// With a file to which each letter's Message-ID is written, and synced, before it is accepted.
  public LedgerSink(Optional<Path> ledger) {
    try {
      server = new ServerSocket(0, 200, InetAddress.getLoopbackAddress());
      file =
          ledger.isEmpty()
              ? null
              : FileChannel.open(
                  ledger.get(), StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    Thread.ofVirtual().start(this::accept);
  }

  public int port() {
    return server.getLocalPort();
  }

  public List<Mail> mails() {
    synchronized (mails) {
      return List.copyOf(mails);
    }
  }

  /// Every command line of every connection, in the order of their coming.
  public List<String> commands() {
    return commands;
  }

  public int connections() {
    return connections.get();
  }

  /// The keywords behind EHLO.
  public LedgerSink offering(String... keywords) {
    offer = List.of(keywords);
    return this;
  }

  /// The next answers at that step; afterwards the usual ones.
  public LedgerSink answering(Step step, String... answers) {
    scripts.computeIfAbsent(step, _ -> new ArrayDeque<>()).addAll(List.of(answers));
    return this;
  }

  /// Always this answer at that step.
  public LedgerSink always(Step step, String answer) {
    return answering(step, Collections.nCopies(1000, answer).toArray(String[]::new));
  }

  public LedgerSink withTls(SSLContext context, boolean fromTheFirstByte) {
    tls = context;
    implicitTls = fromTheFirstByte;
    return this;
  }

  /// Which bearer tokens open the door.
  public LedgerSink withTokens(Predicate<String> good) {
    tokens = good;
    return this;
  }

  /// Drops the link once so many bytes of a letter have come.
  public LedgerSink droppingInData(int bytes) {
    dropInData = bytes;
    return this;
  }

  /// Drops the link once so many bytes (0 to 2) of the final dot's line have come.
  public LedgerSink droppingInDot(int bytes) {
    dropInDot = bytes;
    return this;
  }

  /// Keeps the letter, and drops the link behind so many bytes of the answer.
  public LedgerSink droppingInAnswer(int bytes) {
    dropInAnswer = bytes;
    return this;
  }

  /// Behaves again.
  public void heal() {
    dropInData = -1;
    dropInDot = -1;
    dropInAnswer = -1;
    scripts.clear();
  }

  /// To be told of each letter when it is kept and not yet answered.
  public void onMail(Consumer<Mail> listener) {
    onMail = listener;
  }

  /// To be told of each command before it is answered.
  public void onCommand(Consumer<String> listener) {
    onCommand = listener;
  }

  private void accept() {
    while (!server.isClosed()) {
      try {
        Socket socket = server.accept();
        socket.setTcpNoDelay(true);
        open.add(socket);
        connections.incrementAndGet();
        Thread.ofVirtual().start(() -> serve(socket));
      } catch (IOException _) {
        return;
      }
    }
  }

  /// A command came.
  void hear(String line) {
    commands.add(line);
    onCommand.accept(line);
  }

  private void serve(Socket plain) {
    try (plain) {
      new SinkTalk(this, plain).run();
    } catch (IOException _) {
      // the client has left, or we dropped the link
    } finally {
      open.remove(plain);
    }
  }

  /// What is to be answered at that step in place of the usual, if anything is.
  Optional<String> scripted(Step step) {
    Deque<String> script = scripts.get(step);
    synchronized (scripts) {
      return script == null ? Optional.empty() : Optional.ofNullable(script.poll());
    }
  }

  /// Takes responsibility for a letter: it is on disk before anybody is told.
  void keep(Mail mail) throws IOException {
    write(mail);
    onMail.accept(mail);
  }

  private synchronized void write(Mail mail) throws IOException {
    if (file != null) {
      String line = mail.field("Message-ID") + "\n";
      file.write(ByteBuffer.wrap(line.getBytes(StandardCharsets.UTF_8)));
      file.force(false);
    }
    mails.add(mail);
  }

  /// Closes every link, and refuses new ones.
  @Override
  public void close() {
    try {
      server.close();
      for (Socket socket : open) {
        socket.close();
      }
      if (file != null) {
        file.close();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
