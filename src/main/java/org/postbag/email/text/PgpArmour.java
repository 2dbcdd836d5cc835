package org.postbag.email.text;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// OpenPGP in a text: the frame of a signed text is taken off (RFC 9580 §7), other armour (§6.2) is
/// marked as encoded. No signature is checked.
public final class PgpArmour {
  private static final String SIGNED = "-----BEGIN PGP SIGNED MESSAGE-----";
  private static final String SIGNATURE = "-----BEGIN PGP SIGNATURE-----";
  private static final String END = "-----END PGP SIGNATURE-----";
  private static final Pattern BLOCK =
      Pattern.compile(
          "-----BEGIN PGP (MESSAGE|PUBLIC KEY BLOCK|SIGNATURE)-----\n(?s:.)*?(?:-----END PGP \\1-----|\\z)");

  private PgpArmour() {}

  /// The text without the frame, its other armour marked.
  ///
  /// @param text with line ends of one character
  public static MarkedText open(String text) {
    if (!text.contains("-----BEGIN PGP ")) {
      return new MarkedText(text, List.of());
    }
    String open = text.contains(SIGNED) ? unframed(text) : text;
    List<Fold> marks = new ArrayList<>();
    for (Matcher block = BLOCK.matcher(open); block.find(); ) {
      marks.add(new Fold(block.start(), block.end(), Fold.Why.ENCODED));
    }
    return new MarkedText(open, marks);
  }

  public static boolean isEncrypted(String text) {
    return text.contains("-----BEGIN PGP MESSAGE-----");
  }

  private enum Part {
    OUTSIDE,
    HEADERS,
    TEXT,
    SIGNATURE
  }

  private static String unframed(String text) {
    StringBuilder out = new StringBuilder(text.length());
    Part part = Part.OUTSIDE;
    for (String line : text.split("\n", -1)) {
      Part next = next(part, line.stripTrailing());
      if (part == Part.TEXT && next == Part.TEXT) {
        out.append(line.startsWith("- ") ? line.substring(2) : line).append('\n');
      } else if (part == Part.OUTSIDE && next == Part.OUTSIDE) {
        out.append(line).append('\n');
      }
      part = line.stripTrailing().equals(END) ? Part.OUTSIDE : next;
    }
    return out.toString().strip();
  }

  private static Part next(Part part, String line) {
    return switch (part) {
      case OUTSIDE -> line.equals(SIGNED) ? Part.HEADERS : Part.OUTSIDE;
      case HEADERS -> line.isEmpty() ? Part.TEXT : Part.HEADERS;
      case TEXT -> line.equals(SIGNATURE) ? Part.SIGNATURE : Part.TEXT;
      case SIGNATURE -> Part.SIGNATURE;
    };
  }
}
