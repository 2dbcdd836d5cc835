package org.postbag.email.mime;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// A MIME entity, RFC 2045 §2.4: its header, and either its decoded body or its parts.
///
/// Bodies are kept for text, messages, S/MIME, TNEF, PDF and DOCX only, cut at a limit; of the rest
/// only the size.
public final class Part {
  private static final int MAX_FIELDS = 5_000;

  private final List<RawField> fields = new ArrayList<>();
  private final List<Part> children = new ArrayList<>();
  private byte[] body = new byte[0];
  private long size;

  void add(RawField field) {
    if (fields.size() < MAX_FIELDS) {
      fields.add(field);
    }
  }

  void add(Part child) {
    children.add(child);
  }

  void body(byte[] kept, long decodedSize) {
    body = kept;
    size = decodedSize;
  }

  public List<RawField> fields() {
    return List.copyOf(fields);
  }

  public List<Part> children() {
    return List.copyOf(children);
  }

  /// The decoded body as far as it was kept.
  public byte[] body() {
    return body.clone();
  }

  /// The decoded size in bytes, whether kept or not.
  public long size() {
    return size;
  }

  /// The first field of that name, without case.
  public Optional<RawField> field(String name) {
    return fields.stream().filter(f -> f.name().equalsIgnoreCase(name)).findFirst();
  }

  /// Content-Type, or an empty value where there is none.
  public Parameters contentType() {
    return field("Content-Type").map(f -> Parameters.parse(f.bytes())).orElse(Parameters.NONE);
  }

  /// The media type in lower case: what RFC 2045 §5.2 puts in place of a missing one, and
  /// `application/octet-stream` in place of one that is no media type.
  public String mediaType() {
    String value = contentType().value();
    if (value.isEmpty() || value.equals("text")) {
      return "text/plain";
    }
    int slash = value.indexOf('/');
    boolean wellFormed = slash > 0 && slash < value.length() - 1;
    return wellFormed ? value : "application/octet-stream";
  }

  /// RFC 8551 §3.2.2; some gateways change the type and keep the name.
  public boolean isSmime() {
    String type = mediaType();
    return type.equals("application/pkcs7-mime")
        || type.equals("application/x-pkcs7-mime")
        || (type.equals("application/octet-stream")
            && fileName()
                .filter(n -> n.toLowerCase(java.util.Locale.ROOT).endsWith(".p7m"))
                .isPresent());
  }

  public boolean isPdf() {
    return mediaType().equals("application/pdf") || isFile(".pdf");
  }

  public boolean isDocx() {
    return mediaType().endsWith("wordprocessingml.document") || isFile(".docx");
  }

  /// Some programs know no better type than octets, or none.
  private boolean isFile(String ending) {
    boolean octets = mediaType().startsWith("application/");
    return octets
        && fileName()
            .filter(n -> n.toLowerCase(java.util.Locale.ROOT).endsWith(ending))
            .isPresent();
  }

  public Parameters disposition() {
    return field("Content-Disposition")
        .map(f -> Parameters.parse(f.bytes()))
        .orElse(Parameters.NONE);
  }

  /// RFC 2557 §4.2: the file that an image or document within the body was.
  private Optional<String> location() {
    boolean text = mediaType().startsWith("text/") || mediaType().startsWith("message/");
    return text
        ? Optional.empty()
        : field("Content-Location").map(RawField::bytes).filter(l -> l.indexOf(':') < 0);
  }

  /// The name to save it under, RFC 2183 §2.3, or the older `name` parameter; without any path.
  public Optional<String> fileName() {
    return disposition()
        .get("filename")
        .or(() -> contentType().get("name"))
        .or(this::location)
        .map(FileNames::safe)
        .filter(n -> !n.isEmpty());
  }
}
