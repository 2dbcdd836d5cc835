package org.postbag.email;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.postbag.email.attached.AttachedText;
import org.postbag.email.mime.FileNames;
import org.postbag.email.mime.Part;
import org.postbag.email.mime.SignedData;
import org.postbag.email.mime.Tnef;
import org.postbag.email.mime.Uuencoded;
import org.postbag.email.text.Fold;

/// The body of a letter put together from its parts: which ones are read (RFC 2046 §5.1.4 for
/// `multipart/alternative`), which ones are attachments (RFC 2183 §2).
final class Body {
  static final int MAX_TEXT = 1_000_000;
  static final String ENCRYPTED = "the letter is encrypted: what it says cannot be read";
  private static final int MOST_WRAPPED = 5;
  private static final int MOST_FILES = 3;
  private static final String OCTETS = "application/octet-stream";

  private final List<String> problems;
  private final List<Letter.Attachment> attachments = new ArrayList<>();
  private final List<String> types = new ArrayList<>();
  private final List<Reading> files = new ArrayList<>();
  private Reading packed = Reading.NOTHING;
  private @Nullable NamedAddress enclosedWriter;
  private int messages;
  private int wrapped;

  private Body(List<String> problems) {
    this.problems = problems;
  }

  /// What was found: the body as it reads, its attachments, the media types below the top, who
  /// wrote the first message within it.
  record Contents(
      Reading reading,
      List<Letter.Attachment> attachments,
      List<String> types,
      Optional<NamedAddress> enclosedWriter) {}

  static Contents of(Part root, List<String> problems) {
    Body body = new Body(problems);
    Reading reading = Reading.joined(body.inOrder(body.orPacked(body.read(root, false))));
    return new Contents(
        reading,
        List.copyOf(body.attachments),
        List.copyOf(body.types),
        Optional.ofNullable(body.enclosedWriter));
  }

  private Reading read(Part part, boolean nested) {
    if (part.isSmime() && wrapped < MOST_WRAPPED) {
      return smime(part);
    }
    String type = part.mediaType();
    if (nested && messages == 0) {
      types.add(typeWithMethod(part, type));
    }
    if (type.equals("multipart/encrypted")) {
      problems.add(ENCRYPTED);
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
      readFile(part, name(part, type));
    }
    return attached ? Reading.NOTHING : withFiles(PartText.of(part, type, problems));
  }

  /// Files that stand in the text itself are attachments; the text keeps them, folded away.
  private Reading withFiles(Reading reading) {
    List<Uuencoded> files = reading.plain() ? Uuencoded.in(reading.text()) : List.of();
    List<Fold> marks = new ArrayList<>(reading.marks());
    for (Uuencoded file : files) {
      attachments.add(new Letter.Attachment(file.name(), OCTETS, file.size()));
      marks.add(new Fold(file.start(), file.end(), Fold.Why.ENCODED));
    }
    return new Reading(reading.text(), marks, reading.html(), reading.plain());
  }

  /// RFC 8551 §3.5: a signed letter can be read by anybody, an encrypted one by its recipient.
  private Reading smime(Part part) {
    String type = part.mediaType();
    attachments.add(new Letter.Attachment(name(part, type), type, part.size()));
    types.add(type);
    wrapped++;
    return switch (SignedData.read(part.body(), problems)) {
      case SignedData.Signed(Part entity) -> read(entity, true);
      case SignedData.Encrypted() -> encrypted();
      case SignedData.Other() -> Reading.NOTHING;
    };
  }

  private Reading encrypted() {
    problems.add(ENCRYPTED);
    return Reading.NOTHING;
  }

  /// Outlook's `winmail.dat` is shown with what is in it.
  private void unpack(Part part, String type) {
    Optional<Tnef> tnef = type.contains("ms-tnef") ? Tnef.read(part.body()) : Optional.empty();
    tnef.ifPresent(found -> {
      packed = packed(found);
      found.files().stream()
          .map(file -> new Letter.Attachment(file.name(), OCTETS, file.size()))
          .forEach(attachments::add);
    });
  }

  private Reading packed(Tnef found) {
    Reading html = PartText.html(found.html(), problems);
    boolean hasText = !found.text().isBlank();
    return hasText
        ? new Reading(found.text().replace("\r", ""), List.of(), html.html(), true)
        : html;
  }

  /// The letter itself, and below it what the attached files say.
  private List<Reading> inOrder(Reading letter) {
    return Stream.concat(Stream.of(letter), files.stream()).toList();
  }

  private void readFile(Part part, String name) {
    boolean own = messages == 0 && files.size() < MOST_FILES;
    String text = own ? AttachedText.of(part, name, problems) : "";
    if (!text.isBlank()) {
      files.add(Reading.attached("From the attachment " + name + ":\n\n" + text));
    }
  }

  private Reading orPacked(Reading reading) {
    return reading.isBlank() && !packed.isBlank() ? packed : reading;
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
    if (part.mediaType().equals("message/rfc822")
        || isNamed(part)
        || part.disposition().value().equals("attachment")) {
      String type = part.mediaType();
      attachments.add(new Letter.Attachment(messageName(part, type), type, part.size()));
    }
    noteWriter(part);
    messages++;
    List<Reading> readings = new ArrayList<>();
    for (Part child : part.children()) {
      readings.add(read(child, true));
    }
    messages--;
    return Reading.joined(readings).asForwarded();
  }

  private void noteWriter(Part part) {
    if (enclosedWriter == null && messages == 0 && part.mediaType().equals("message/rfc822")) {
      enclosedWriter =
          part.children().stream()
              .flatMap(message -> HeaderFields.of(message).addresses("From").stream())
              .findFirst()
              .orElse(null);
    }
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

  /// A letter within the letter is called by its subject.
  private static String messageName(Part part, String type) {
    return part.fileName()
        .or(() ->
            part.children().stream()
                .map(message -> FileNames.safe(HeaderFields.of(message).subject()))
                .filter(subject -> !subject.isEmpty())
                .map(subject -> subject + ".eml")
                .findFirst())
        .orElseGet(() -> name(part, type));
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
