package org.postbag.email;

import java.util.List;
import java.util.regex.Pattern;
import org.postbag.email.mime.Parameters;
import org.postbag.email.mime.Part;
import org.postbag.email.mime.RawText;
import org.postbag.email.text.FlowedText;
import org.postbag.email.text.HtmlBody;
import org.postbag.email.text.MarkedText;
import org.postbag.email.text.PgpArmour;

/// A single part as text, by its media type and charset.
final class PartText {
  private static final List<String> NOT_READ =
      List.of("text/calendar", "text/vcard", "text/x-vcard", "text/directory", "text/rtf");
  private static final Pattern META_CHARSET =
      Pattern.compile(
          "<meta[^>]{0,200}charset=[\"']?([A-Za-z0-9_:.-]{2,40})", Pattern.CASE_INSENSITIVE);

  private PartText() {}

  static Reading of(Part part, String type, List<String> problems) {
    boolean xhtml = type.startsWith("application/xhtml");
    boolean broken = type.startsWith("multipart/");
    if (NOT_READ.contains(type) || !(type.startsWith("text/") || xhtml || broken)) {
      return Reading.NOTHING;
    }
    Parameters content = part.contentType();
    byte[] bytes = part.body();
    String label = content.get("charset").orElse("");
    boolean html = xhtml || type.equals("text/html");
    String declared = html && label.isEmpty() ? metaCharset(bytes) : label;
    String decoded = RawText.decode(bytes, declared, type + " part", problems);
    return html ? html(decoded, problems) : plain(decoded, type, content, problems);
  }

  private static String metaCharset(byte[] bytes) {
    int length = Math.min(bytes.length, 2048);
    var meta =
        META_CHARSET.matcher(
            new String(bytes, 0, length, java.nio.charset.StandardCharsets.ISO_8859_1));
    return meta.find() ? meta.group(1) : "";
  }

  private static Reading plain(
      String decoded, String type, Parameters content, List<String> problems) {
    String text = decoded.replace("\r\n", "\n").replace('\r', '\n').replace("\0", "");
    if (content.get("format").orElse("").equalsIgnoreCase("flowed")) {
      text = FlowedText.unfold(text, content.get("delsp").orElse("").equalsIgnoreCase("yes"));
    } else if (type.equals("text/enriched") || type.equals("text/richtext")) {
      text = HtmlBody.parse(text.replace("\n\n", "<p>")).text(Body.MAX_TEXT).text();
    }
    String bounded = bounded(text);
    MarkedText open = PgpArmour.open(bounded);
    if (PgpArmour.isEncrypted(open.text())) {
      problems.add(Body.ENCRYPTED);
    }
    return new Reading(open.text(), open.marks(), "", true);
  }

  static Reading html(String decoded, List<String> problems) {
    HtmlBody body = HtmlBody.parse(decoded);
    MarkedText text = body.text(Body.MAX_TEXT);
    if (text.text().length() >= Body.MAX_TEXT) {
      problems.add("text/html part: cut at " + Body.MAX_TEXT + " characters");
    }
    return new Reading(text.text(), text.marks(), body.inert(), false);
  }

  private static String bounded(String text) {
    return text.length() > Body.MAX_TEXT ? text.substring(0, Body.MAX_TEXT) : text;
  }
}
