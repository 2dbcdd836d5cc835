package org.postbag.intake;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.postbag.email.Address;
import org.postbag.email.MessageId;
import org.postbag.email.mime.MessageIds;
import org.postbag.email.mime.MimeParts;
import org.postbag.email.mime.Part;

/// A delivery status notification, RFC 3464: what became of a letter of ours, and which letter that
/// was.
///
/// @param about the Message-ID of the letter that is reported on, where the report tells it
/// @param recipients whom it went to, and what happened there
public record DeliveryReport(Optional<MessageId> about, List<Recipient> recipients) {
  /// What happened for one recipient.
  ///
  /// @param address Final-Recipient, else Original-Recipient, RFC 3464 §2.3.1 and §2.3.2
  /// @param action failed, delayed, delivered, relayed or expanded, RFC 3464 §2.3.3
  /// @param status the status code of RFC 3463, such as `5.1.1`; empty where none is given
  /// @param diagnostic what the server said, RFC 3464 §2.3.6; empty where nothing is given
  public record Recipient(Address address, String action, String status, String diagnostic) {
    /// Whether it will never arrive: a failure of the permanent class, RFC 3463 §2.
    public boolean permanent() {
      return action.equals("failed") && !status.startsWith("4");
    }
  }

  private static final Pattern ID_LINE =
      Pattern.compile(
          "^(?:Message-ID|X-Original-Message-ID):\\s{0,80}(<[^<>\\s]{1,900}>)",
          Pattern.CASE_INSENSITIVE | Pattern.MULTILINE);

  public DeliveryReport {
    recipients = List.copyOf(recipients);
  }

  /// The report in a letter's bytes; empty where there is none that names a recipient or a letter.
  public static Optional<DeliveryReport> in(byte[] rfc822) {
    List<Part> parts = new ArrayList<>();
    collect(MimeParts.read(rfc822, new ArrayList<>()), parts);
    List<Recipient> recipients =
        parts.stream()
            .filter(p -> p.mediaType().endsWith("delivery-status"))
            .flatMap(p -> recipients(ascii(p)).stream())
            .toList();
    Optional<MessageId> about = parts.stream().flatMap(p -> original(p).stream()).findFirst();
    boolean nothing = recipients.isEmpty() && (about.isEmpty() || parts.size() < 2);
    return nothing ? Optional.empty() : Optional.of(new DeliveryReport(about, recipients));
  }

  private static void collect(Part part, List<Part> parts) {
    parts.add(part);
    part.children().forEach(child -> collect(child, parts));
  }

  /// The returned letter itself (`message/rfc822`), or its header alone (`text/rfc822-headers`).
  private static Optional<MessageId> original(Part part) {
    String type = part.mediaType();
    if (type.equals("message/rfc822") || type.equals("message/global")) {
      return part.children().stream()
          .flatMap(m -> m.field("Message-ID").stream())
          .flatMap(f -> MessageIds.parse(f.bytes()).stream())
          .flatMap(id -> MessageId.parse(id).stream())
          .findFirst();
    }
    boolean header = type.contains("rfc822-headers") || type.contains("global-headers");
    Matcher line = ID_LINE.matcher(header ? ascii(part) : "");
    return line.find() ? MessageId.parse(line.group(1)) : Optional.empty();
  }

  /// One group of fields for each recipient, after the group for the whole message, §2.1.
  private static List<Recipient> recipients(String status) {
    List<Recipient> recipients = new ArrayList<>();
    for (String group : status.replace("\r", "").split("\n{2,}", 500)) {
      address(group)
          .ifPresent(a ->
              recipients.add(
                  new Recipient(
                      a,
                      field(group, "Action").toLowerCase(Locale.ROOT),
                      field(group, "Status"),
                      field(group, "Diagnostic-Code"))));
    }
    return recipients;
  }

  private static Optional<Address> address(String group) {
    String written = field(group, "Final-Recipient");
    String any = written.isEmpty() ? field(group, "Original-Recipient") : written;
    String address = any.substring(any.indexOf(';') + 1).strip();
    return Address.parse(address.replaceAll("^<|>$", ""));
  }

  private static String field(String group, String name) {
    String unfolded = group.replaceAll("\n[ \t]+", " ");
    return unfolded
        .lines()
        .filter(line -> line.regionMatches(true, 0, name + ":", 0, name.length() + 1))
        .map(line -> line.substring(name.length() + 1).strip())
        .findFirst()
        .orElse("");
  }

  private static String ascii(Part part) {
    return new String(part.body(), StandardCharsets.UTF_8);
  }
}
