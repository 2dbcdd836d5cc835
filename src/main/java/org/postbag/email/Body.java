package org.postbag.email;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.postbag.email.mime.Part;
import org.postbag.email.mime.Tnef;

/// The body of a letter put together from its parts: which ones are read (RFC 2046 §5.1.4 for
/// `multipart/alternative`), which ones are attachments (RFC 2183 §2).
final class Body {
  static final int MAX_TEXT = 1_000_000;

  private final List<String> problems;
  private final List<Letter.Attachment> attachments = new ArrayList<>();
  private final List<String> types = new ArrayList<>();
  private String packedText = "";
  private int messages;

  private Body(List<String> problems) {
    this.problems = problems;
  }

  /// What was found: the body as it reads, its attachments, the media types below the top.
  record Contents(Reading reading, List<Letter.Attachment> attachments, List<String> types) {}

  static Contents of(Part root, List<String> problems) {
    Body body = new Body(problems);
    Reading reading = body.orPacked(body.read(root, false));
    return new Contents(reading, List.copyOf(body.attachments), List.copyOf(body.types));
  }

  private Reading read(Part part, boolean nested) {
    String type = part.mediaType();
    if (nested && messages == 0) {
      types.add(typeWithMethod(part, type));
    }
    if (type.startsWith("multipart/") && !part.children().isEmpty()) {
      return multipart(part, type);
    }
    if (type.startsWith("message/") && !part.children().isEmpty()) {
      return forwarded(part);
    }
    boolean attached = isAttachment(part, type);
    if (attached) {
      attachments.add(new Letter.Attachment(name(part, type), type, part.size()));
      unpack(part, type);
    }
    return attached ? Reading.NOTHING : PartText.of(part, type, problems);
  }

  /// Outlook's `winmail.dat` is shown with what is in it.
  private void unpack(Part part, String type) {
    Optional<Tnef> tnef = type.contains("ms-tnef") ? Tnef.read(part.body()) : Optional.empty();
    tnef.ifPresent(found -> {
      packedText = found.text();
      found.files().stream()
          .map(file -> new Letter.Attachment(file.name(), "application/octet-stream", file.size()))
          .forEach(attachments::add);
    });
  }

  private Reading orPacked(Reading reading) {
    return reading.isBlank() && !packedText.isBlank()
        ? new Reading(packedText, List.of(), reading.html(), true)
        : reading;
  }

  private Reading multipart(Part part, String type) {
    List<Reading> readings = new ArrayList<>();
    for (Part child : part.children()) {
      readings.add(read(child, true));
    }
    return type.equals("multipart/alternative")
        ? Reading.alternative(readings)
        : Reading.joined(readings);
  }

  /// A message within the message: its text belongs to the whole, not to what the writer wrote.
  private Reading forwarded(Part part) {
    if (isNamed(part) || part.disposition().value().equals("attachment")) {
      String type = part.mediaType();
      attachments.add(new Letter.Attachment(name(part, type), type, part.size()));
    }
    messages++;
    List<Reading> readings = new ArrayList<>();
    for (Part child : part.children()) {
      readings.add(read(child, true));
    }
    messages--;
    return Reading.joined(readings).asForwarded();
  }

  private static boolean isAttachment(Part part, String type) {
    String disposition = part.disposition().value();
    if (disposition.equals("attachment")) {
      return true;
    }
    boolean text = type.startsWith("text/") || type.startsWith("message/");
    return !text && (isNamed(part) || type.contains("ms-tnef"));
  }

  /// RFC 6047 §2.4: the method is what makes a calendar part a question; an attached file asks
  /// nothing.
  private static String typeWithMethod(Part part, String type) {
    boolean attached = part.disposition().value().equals("attachment");
    Optional<String> method = attached ? Optional.empty() : part.contentType().get("method");
    return method.map(m -> type + "; method=" + m.toLowerCase(Locale.ROOT)).orElse(type);
  }

  private static boolean isNamed(Part part) {
    return part.fileName().isPresent();
  }

  private static String name(Part part, String type) {
    Optional<String> name = part.fileName();
    if (name.isPresent()) {
      return name.get();
    }
    return type.contains("ms-tnef")
        ? "winmail.dat"
        : "unnamed." + type.substring(type.indexOf('/') + 1);
  }
}
