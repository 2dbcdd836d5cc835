package org.postbag.email.mime;

/// Names of attachments as they may be shown and saved: no path, no control characters, no marks
/// that turn the reading direction around (`invoice<U+202E>fdp.exe`).
public final class FileNames {
  private static final int MAX_LENGTH = 200;

  private FileNames() {}

  public static String safe(String name) {
    StringBuilder kept = new StringBuilder();
    name.codePoints()
        .map(c -> c == '\\' ? '/' : c)
        .filter(c -> !hidden(c))
        .forEach(kept::appendCodePoint);
    String base = kept.substring(kept.lastIndexOf("/") + 1).strip();
    boolean onlyDots = base.chars().allMatch(c -> c == '.');
    return onlyDots ? "" : shortened(base);
  }

  private static boolean hidden(int c) {
    int type = Character.getType(c);
    return type == Character.CONTROL
        || type == Character.FORMAT
        || type == Character.LINE_SEPARATOR
        || type == Character.PARAGRAPH_SEPARATOR;
  }

  private static String shortened(String name) {
    if (name.length() <= MAX_LENGTH) {
      return name;
    }
    int dot = name.lastIndexOf('.');
    String ending = dot > name.length() - 12 ? name.substring(dot) : "";
    return name.substring(0, MAX_LENGTH - ending.length()) + ending;
  }
}
