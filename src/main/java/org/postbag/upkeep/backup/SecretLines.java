package org.postbag.upkeep.backup;

import java.util.regex.Pattern;

/// Takes secrets that are written out in `application.yaml` out of its text. Those that stand
/// elsewhere (`${NAME}`) are only named there, and stay.
final class SecretLines {
  private static final String PUT_IN = "${REMOVED_FROM_BACKUP}";
  private static final String KEY =
      "[\"']?(?:password|client-secret|refresh-token|passphrase)[\"']?\\s*:[ \\t]*+";
  private static final String NO_VARIABLE = "(?![\"']?\\$\\{[^}]*}[\"']?\\s*(?:$|[,}#]))";

  /// `key: |`, and the lines below that are further in.
  private static final Pattern BLOCK =
      Pattern.compile(
          "(?m)^([ \\t]*)(" + KEY + ")[|>][^\\n]*\\n(?:\\1[ \\t]+[^\\n]*(?:\\n|\\z)|[ \\t]*\\n)+");

  private static final Pattern LINE =
      Pattern.compile("(?m)^([ \\t]*(?:-[ \\t]+)?" + KEY + ")" + NO_VARIABLE + "[^\\s#{][^\\n]*$");

  private static final Pattern FLOW =
      Pattern.compile(
          "(?m)([{,][ \\t]*" + KEY + ")" + NO_VARIABLE + "(?:\"[^\"]*\"|'[^']*'|[^,}\\n]+)");

  private SecretLines() {}

  static String removed(String yaml) {
    String text = BLOCK.matcher(yaml).replaceAll("$1$2" + quoted() + "\n");
    text = LINE.matcher(text).replaceAll("$1" + quoted());
    return FLOW.matcher(text).replaceAll("$1" + quoted());
  }

  private static String quoted() {
    return java.util.regex.Matcher.quoteReplacement(PUT_IN);
  }
}
