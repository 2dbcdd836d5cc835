package org.postbag.sending;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;
import org.postbag.sending.LedgerSink.Step;

/// One connection to the sink, from the greeting on.
final class SinkTalk {
  private final LedgerSink sink;
  private Socket socket;
  private SinkInput in;
  private OutputStream out;
  private String from = "";
  private final List<String> to = new ArrayList<>();

  SinkTalk(LedgerSink sink, Socket plain) throws IOException {
    this.sink = sink;
    socket = plain;
    in = new SinkInput(plain.getInputStream());
    out = new BufferedOutputStream(plain.getOutputStream());
  }

  void run() throws IOException {
    if (sink.implicitTls) {
      startTls();
    }
    answer(Step.GREETING, "220 sink.example ESMTP");
    for (String line = in.line(); line != null; line = in.line()) {
      sink.hear(line);
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
    sink.offer.forEach(k -> reply.append("\r\n250-").append(k));
    return reply + "\r\n250 HELP";
  }

  private void auth(String line) throws IOException {
    String[] words = line.split(" ", -1);
    String secret = words.length > 2 ? decoded(words[2]) : "";
    switch (words[1].toUpperCase(Locale.ROOT)) {
      case "PLAIN" ->
          answer(Step.AUTH, secret.endsWith("\0secret") ? "235 2.7.0 ok" : "535 5.7.8 no");
      case "XOAUTH2" ->
          authenticateBearer(secret.replaceFirst("(?s).*auth=Bearer ", "").replace("\1", ""));
      default -> answer(Step.AUTH, "235 2.7.0 ok");
    }
  }

  private static String decoded(String base64) {
    return new String(Base64.getDecoder().decode(base64), StandardCharsets.UTF_8);
  }

  /// The reason comes as a challenge, and the failure behind the client's empty line.
  private void authenticateBearer(String token) throws IOException {
    if (sink.tokens.test(token)) {
      answer(Step.AUTH, "235 2.7.0 ok");
    } else if (answer(Step.AUTH, "334 eyJzdGF0dXMiOiI0MDEifQ==") && in.line() != null) {
      say("535 5.7.8 no");
    }
  }

  private void data() throws IOException {
    if (!answer(Step.DATA, "354 go ahead")) {
      return;
    }
    LedgerSink.Mail mail =
        new LedgerSink.Mail(from, String.join(",", to), in.letter(sink.dropInData, sink.dropInDot));
    Optional<String> other = sink.scripted(Step.DOT);
    if (other.isPresent() && !other.get().startsWith("2")) {
      give(other.get());
      return;
    }
    sink.keep(mail);
    String usual = "250 2.0.0 kept";
    if (sink.dropInAnswer >= 0) {
      byte[] bytes = (usual + "\r\n").getBytes(StandardCharsets.US_ASCII);
      out.write(bytes, 0, Math.min(bytes.length, sink.dropInAnswer));
      out.flush();
      throw new IOException("dropped");
    }
    give(other.orElse(usual));
  }

  /// Gives the scripted answer or the usual one; true when it was a good one.
  private boolean answer(Step step, String usual) throws IOException {
    String text = sink.scripted(step).orElse(usual);
    give(text);
    return text.startsWith("2") || text.startsWith("3");
  }

  private void give(String text) throws IOException {
    if (text.equals(LedgerSink.DROP)) {
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
    SSLContext context = Objects.requireNonNull(sink.tls);
    SSLSocket secured =
        (SSLSocket) context.getSocketFactory().createSocket(socket, null, socket.getPort(), true);
    secured.setUseClientMode(false);
    secured.startHandshake();
    socket = secured;
    in = new SinkInput(secured.getInputStream());
    out = new BufferedOutputStream(secured.getOutputStream());
  }
}
