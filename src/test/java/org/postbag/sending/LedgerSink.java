package org.postbag.sending;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
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
import java.util.Base64;
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
import javax.net.ssl.SSLSocket;
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
  private volatile List<String> offer = List.of("PIPELINING", "SIZE 10000000", "8BITMIME");
  private volatile @Nullable SSLContext tls;
  private volatile boolean implicitTls;
  private volatile Predicate<String> tokens = _ -> true;
  private volatile int dropInData = -1;
  private volatile int dropInDot = -1;
  private volatile int dropInAnswer = -1;
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

  private void serve(Socket plain) {
    try (plain) {
      new Talk(plain).run();
    } catch (IOException _) {
      // the client has left, or we dropped the link
    } finally {
      open.remove(plain);
    }
  }

  private Optional<String> scripted(Step step) {
    Deque<String> script = scripts.get(step);
    synchronized (scripts) {
      return script == null ? Optional.empty() : Optional.ofNullable(script.poll());
    }
  }

  private synchronized void keep(Mail mail) throws IOException {
    if (file != null) {
      String line = mail.field("Message-ID") + "\n";
      file.write(ByteBuffer.wrap(line.getBytes(StandardCharsets.UTF_8)));
      file.force(false);
    }
    mails.add(mail);
  }

  /// One connection.
  private final class Talk {
    private Socket socket;
    private InputStream in;
    private OutputStream out;
    private String from = "";
    private final List<String> to = new ArrayList<>();

    Talk(Socket plain) throws IOException {
      socket = plain;
      in = new BufferedInputStream(plain.getInputStream());
      out = new BufferedOutputStream(plain.getOutputStream());
    }

    void run() throws IOException {
      if (implicitTls) {
        startTls();
      }
      answer(Step.GREETING, "220 sink.example ESMTP");
      for (String line = line(); line != null; line = line()) {
        commands.add(line);
        onCommand.accept(line);
        obey(line);
      }
    }

    private void obey(String line) throws IOException {
      String upper = line.toUpperCase(Locale.ROOT);
      switch (upper.split("[ :]", 2)[0]) {
        case "EHLO" -> answer(Step.EHLO, ehlo());
        case "HELO" -> answer(Step.HELO, "250 sink.example");
        case "STARTTLS" -> {
          if (answer(Step.STARTTLS, "220 go ahead")) {
            startTls();
          }
        }
        case "AUTH" -> auth(line);
        case "MAIL" -> {
          if (answer(Step.MAIL, "250 2.1.0 ok")) {
            from = line.substring(10).replaceFirst(">.*", "").replaceFirst("^<", "");
            to.clear();
          }
        }
        case "RCPT" -> {
          if (answer(Step.RCPT, "250 2.1.5 ok")) {
            to.add(line.substring(8).replaceFirst(">.*", "").replaceFirst("^<", ""));
          }
        }
        case "DATA" -> data();
        case "RSET" -> answer(Step.RSET, "250 2.0.0 ok");
        case "NOOP" -> answer(Step.NOOP, "250 2.0.0 ok");
        case "QUIT" -> {
          answer(Step.QUIT, "221 2.0.0 bye");
          throw new IOException("bye");
        }
        default -> say("500 5.5.1 what?");
      }
    }

    private String ehlo() {
      StringBuilder reply = new StringBuilder("250-sink.example");
      offer.forEach(k -> reply.append("\r\n250-").append(k));
      return reply + "\r\n250 HELP";
    }

    private void auth(String line) throws IOException {
      String[] words = line.split(" ", -1);
      String secret = words.length > 2 ? decoded(words[2]) : "";
      switch (words[1].toUpperCase(Locale.ROOT)) {
        case "PLAIN" ->
            answer(Step.AUTH, secret.endsWith("\0secret") ? "235 2.7.0 ok" : "535 5.7.8 no");
        case "XOAUTH2" -> bear(secret.replaceFirst("(?s).*auth=Bearer ", "").replace("\1", ""));
        default -> answer(Step.AUTH, "235 2.7.0 ok");
      }
    }

    private static String decoded(String base64) {
      return new String(Base64.getDecoder().decode(base64), StandardCharsets.UTF_8);
    }

    /// The reason comes as a challenge, and the failure behind the client's empty line.
    private void bear(String token) throws IOException {
      if (tokens.test(token)) {
        answer(Step.AUTH, "235 2.7.0 ok");
      } else if (answer(Step.AUTH, "334 eyJzdGF0dXMiOiI0MDEifQ==") && line() != null) {
        say("535 5.7.8 no");
      }
    }

    private void data() throws IOException {
      if (!answer(Step.DATA, "354 go ahead")) {
        return;
      }
      Mail mail = new Mail(from, String.join(",", to), letter());
      Optional<String> other = scripted(Step.DOT);
      if (other.isPresent() && !other.get().startsWith("2")) {
        give(other.get());
        return;
      }
      keep(mail);
      onMail.accept(mail);
      String usual = "250 2.0.0 kept";
      if (dropInAnswer >= 0) {
        byte[] bytes = (usual + "\r\n").getBytes(StandardCharsets.US_ASCII);
        out.write(bytes, 0, Math.min(bytes.length, dropInAnswer));
        out.flush();
        throw new IOException("dropped");
      }
      give(other.orElse(usual));
    }

    /// Only CRLF ends a line, RFC 5321 §2.3.8.
    private String letter() throws IOException {
      ByteArrayOutputStream all = new ByteArrayOutputStream();
      ByteArrayOutputStream line = new ByteArrayOutputStream();
      for (int count = 1; ; count++) {
        line.write(next());
        boolean onlyDot = line.toString(StandardCharsets.UTF_8).matches("\\.\r?");
        if ((onlyDot && line.size() == Math.max(1, dropInDot) && dropInDot >= 0)
            || dropInData == count) {
          throw new IOException("dropped");
        }
        byte[] bytes = line.toByteArray();
        if (bytes.length > 1
            && bytes[bytes.length - 2] == '\r'
            && bytes[bytes.length - 1] == '\n') {
          String text = line.toString(StandardCharsets.UTF_8);
          if (text.equals(".\r\n")) {
            return all.toString(StandardCharsets.UTF_8);
          }
          all.write(bytes, bytes[0] == '.' ? 1 : 0, bytes.length - (bytes[0] == '.' ? 1 : 0));
          line.reset();
        }
      }
    }

    private int next() throws IOException {
      int b = in.read();
      if (b < 0) {
        throw new IOException("the client has left");
      }
      return b;
    }

    private @Nullable String line() throws IOException {
      ByteArrayOutputStream line = new ByteArrayOutputStream();
      for (int b = in.read(); b != '\n'; b = in.read()) {
        if (b < 0) {
          return null;
        }
        if (b != '\r') {
          line.write(b);
        }
      }
      return line.toString(StandardCharsets.UTF_8);
    }

    /// Gives the scripted answer or the usual one; true when it was a good one.
    private boolean answer(Step step, String usual) throws IOException {
      String text = scripted(step).orElse(usual);
      give(text);
      return text.startsWith("2") || text.startsWith("3");
    }

    private void give(String text) throws IOException {
      if (text.equals(DROP)) {
        throw new IOException("dropped");
      }
      say(text);
      if (text.startsWith("421")) {
        throw new IOException("closing");
      }
    }

    private void say(String text) throws IOException {
      out.write((text + "\r\n").getBytes(StandardCharsets.UTF_8));
      out.flush();
    }

    private void startTls() throws IOException {
      SSLContext context = java.util.Objects.requireNonNull(tls);
      SSLSocket secured =
          (SSLSocket) context.getSocketFactory().createSocket(socket, null, socket.getPort(), true);
      secured.setUseClientMode(false);
      secured.startHandshake();
      socket = secured;
      in = new BufferedInputStream(secured.getInputStream());
      out = new BufferedOutputStream(secured.getOutputStream());
    }
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
