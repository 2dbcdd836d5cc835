package org.postbag.email.attached;

import java.io.IOException;
import java.util.List;
import java.util.Locale;
import org.postbag.email.mime.Part;

/// Reads the text of an attached file, if it is of a kind that is read.
public final class AttachedText {
  static final int MOST_CHARACTERS = 200_000;

  private AttachedText() {}

  /// Its text, empty where there is none that can be read.
  ///
  /// @param name what the file is called in the problems
  /// @param problems gets the reason why it was not read, or not to its end
  public static String of(Part part, String name, List<String> problems) {
    boolean pdf = isPdf(part);
    if (!pdf && !isDocx(part)) {
      return "";
    }
    if (part.body().length < part.size()) {
      problems.add(name + ": too large to be read");
      return "";
    }
    try {
      return pdf ? PdfText.of(part.body()) : DocxText.of(part.body());
    } catch (IOException | RuntimeException | StackOverflowError unreadable) {
      problems.add(name + ": cannot be read: " + reason(unreadable));
      return "";
    }
  }

  private static String reason(Throwable unreadable) {
    return unreadable instanceof TooMuchException
        ? String.valueOf(unreadable.getMessage())
        : unreadable.getClass().getSimpleName();
  }

  private static boolean isPdf(Part part) {
    return part.isPdf() && startsWith(part, "%PDF");
  }

  private static boolean isDocx(Part part) {
    return part.isDocx() && startsWith(part, "PK");
  }

  /// The mark may stand behind a few other bytes.
  private static boolean startsWith(Part part, String mark) {
    byte[] body = part.body();
    int length = Math.min(body.length, 1_024);
    return new String(body, 0, length, java.nio.charset.StandardCharsets.ISO_8859_1)
        .toUpperCase(Locale.ROOT)
        .contains(mark);
  }
}
