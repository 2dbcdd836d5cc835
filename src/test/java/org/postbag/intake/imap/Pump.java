package org.postbag.intake.imap;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.postbag.intake.imap.Fault.Act;

/// One direction of one connection through the fault proxy.
final class Pump implements Runnable {
  private static final Pattern LITERAL = Pattern.compile("\\{(\\d{1,9})\\+?}\r?\n$");

  private static final int HANDSHAKE = 0x16;

  private final FaultProxy proxy;
  private final Socket from;
  private final Socket to;
  private final boolean fromServer;
  private boolean tls;
  private long literalLeft;
  private long octetsLeft = Long.MAX_VALUE;
  private int pace;

  Pump(FaultProxy proxy, Socket from, Socket to, boolean fromServer) {
    this.proxy = proxy;
    this.from = from;
    this.to = to;
    this.fromServer = fromServer;
  }

  @Override
  public void run() {
    try (from;
        to;
        InputStream in = new BufferedInputStream(from.getInputStream())) {
      boolean open = true;
      while (open) {
        open = isTls(in) ? passAsItIs(in) : literalLeft > 0 ? passLiteral(in) : passLine(in);
      }
    } catch (IOException | InterruptedException _) {
      // One side has hung up; so does the other.
    }
  }

  /// A handshake record (RFC 8446 §5.1) begins with an octet that no line begins with.
  private boolean isTls(InputStream in) throws IOException {
    if (!tls && literalLeft == 0) {
      in.mark(1);
      tls = in.read() == HANDSHAKE;
      in.reset();
    }
    return tls;
  }

  private boolean passAsItIs(InputStream in) throws IOException, InterruptedException {
    byte[] chunk = new byte[8192];
    int count = in.read(chunk);
    return count > 0 && send(Arrays.copyOf(chunk, count));
  }

  private boolean passLiteral(InputStream in) throws IOException, InterruptedException {
    byte[] chunk = in.readNBytes((int) Math.min(literalLeft, 8192));
    literalLeft -= chunk.length;
    boolean open = chunk.length > 0 && send(chunk);
    proxy.passedOctets(fromServer);
    return open;
  }

  private boolean passLine(InputStream in) throws IOException, InterruptedException {
    String line = line(in);
    if (line.isEmpty()) {
      return false;
    }
    proxy.note(fromServer, line);
    Matcher literal = LITERAL.matcher(line);
    literalLeft = literal.find() ? Long.parseLong(literal.group(1)) : 0;
    Optional<Act> act =
        proxy.faults().stream()
            .filter(live -> live.fires(fromServer, line))
            .map(live -> live.fault.act())
            .findFirst();
    return act.isPresent() ? happens(act.get(), line) : send(bytes(line));
  }

  private boolean happens(Act act, String line) throws IOException, InterruptedException {
    switch (act) {
      case Act.CutAfter(int octets) -> octetsLeft = (long) line.length() + octets;
      case Act.HangUp() -> octetsLeft = 0;
      case Act.Answer(String text, boolean hangUp) -> {
        answer(text.replace("{tag}", line.split(" ", 2)[0]));
        return !hangUp;
      }
      case Act.Swallow() -> {
        return true;
      }
      case Act.FallSilent() -> Thread.sleep(Long.MAX_VALUE);
      case Act.Trickle(int octetsASecond) -> pace = octetsASecond;
      case Act.Delay(long millis) -> Thread.sleep(millis);
      case Act.Replace(String what, String with) -> {
        return send(
            bytes(Pattern.compile(what, Pattern.CASE_INSENSITIVE).matcher(line).replaceAll(with)));
      }
      case Act.Around(String before, String then) -> {
        return send(bytes(before + line + then));
      }
    }
    return send(bytes(line));
  }

  private void answer(String text) throws IOException {
    OutputStream back = from.getOutputStream();
    back.write(bytes(text));
    back.flush();
  }

  private boolean send(byte[] octets) throws IOException, InterruptedException {
    int length = (int) Math.min(octets.length, octetsLeft);
    proxy.count(length);
    for (int at = 0; at < length; ) {
      int some = pace == 0 ? length : Math.min(pace, length - at);
      to.getOutputStream().write(octets, at, some);
      at += some;
      Thread.sleep(pace == 0 ? 0 : 1_000);
    }
    octetsLeft -= octetsLeft == Long.MAX_VALUE ? 0 : length;
    return octetsLeft > 0;
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.ISO_8859_1);
  }

  private static String line(InputStream in) throws IOException {
    ByteArrayOutputStream line = new ByteArrayOutputStream();
    for (int octet = in.read(); octet >= 0; octet = in.read()) {
      line.write(octet);
      if (octet == '\n') {
        break;
      }
    }
    return line.toString(StandardCharsets.ISO_8859_1);
  }
}
