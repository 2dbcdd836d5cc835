package org.postbag.catalog;

import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.error.MarkedYAMLException;

/// Puts the parser's complaints into words for people who do not know YAML, and blames the line
/// that they would mend: the parser often stumbles one line too late.
final class YamlSyntax {
  private static final Pattern TWO_COLONS = Pattern.compile("^[^\"'#]*:\\s+[^\"'#]*:(\\s.*|)$");
  private static final Pattern KEY_OR_ITEM = Pattern.compile("^\\s*(-(\\s.*)?|.*:(\\s.*)?)$");

  private YamlSyntax() {}

  /// The index in `lines` of the line to mend.
  static int faultyLine(MarkedYAMLException mistake, List<String> lines) {
    int index = Math.min(markOf(mistake).getLine(), lines.size() - 1);
    if (misplacedColon(mistake) && !TWO_COLONS.matcher(lines.get(index)).matches()) {
      int above = lineAbove(lines, index);
      return above >= 0 && !KEY_OR_ITEM.matcher(lines.get(above)).matches() ? above : index;
    }
    return lines.get(index).isBlank() ? Math.max(0, lineAbove(lines, index)) : index;
  }

  private static Mark markOf(MarkedYAMLException mistake) {
    String context = String.valueOf(mistake.getContext());
    boolean beganEarlier = context.contains("simple key") || context.contains("quoted scalar");
    return beganEarlier && mistake.getContextMark() != null
        ? mistake.getContextMark()
        : mistake.getProblemMark();
  }

  private static boolean misplacedColon(MarkedYAMLException mistake) {
    return mistake.getProblem().contains("mapping values are not allowed");
  }

  private static int lineAbove(List<String> lines, int index) {
    int above = index - 1;
    while (above >= 0 && (lines.get(above).isBlank() || lines.get(above).strip().startsWith("#"))) {
      above--;
    }
    return above;
  }

  static void explain(
      MarkedYAMLException mistake, List<String> lines, int index, int firstLine, Mistakes into) {
    String line = lines.get(index);
    String context = String.valueOf(mistake.getContext());
    String problem = mistake.getProblem();
    int number = firstLine + index;
    String sign = sign(mistake, context);
    if (sign.equals("*")) {
      into.error(number, "a value begins with `*`", "put it in quotes; a prefix ends with `*`");
    } else if (!sign.isEmpty()) {
      into.error(number, "a value begins with `" + sign + "`", "put it in quotes");
    } else if (context.contains("quoted scalar")) {
      into.error(number, "a quotation mark is not closed", "close it on the same line");
    } else if (misplacedColon(mistake) && TWO_COLONS.matcher(line).matches()) {
      into.error(number, "a second colon in one line", "put the text after the first in quotes");
    } else if (!KEY_OR_ITEM.matcher(line).matches()) {
      into.error(number, "is neither `key: value` nor `- item`", missingColon(line));
    } else if (problem.contains("cannot start any token")) {
      into.error(number, "a value begins with a special character", "put the value in quotes");
    } else if (line.strip().startsWith("-") && line.contains("\"")) {
      into.error(number, "text stands beside the quotes", "write `- \"two words\": 2`");
    } else {
      into.error(number, "is not indented like the lines beside it", "line the keys up in blanks");
    }
  }

  /// The sign of YAML's own with which a value begins; empty for none.
  private static String sign(MarkedYAMLException mistake, String context) {
    if (mistake instanceof YamlFile.SignUsed) {
      return mistake.getProblem();
    }
    return Map.of("alias", "*", "anchor", "&", "a tag", "!").entrySet().stream()
        .filter(sign -> context.contains(sign.getKey()))
        .map(Map.Entry::getValue)
        .findFirst()
        .orElse("");
  }

  private static String missingColon(String line) {
    return line.contains(":") ? "put a blank after the colon" : "write `key: value`";
  }
}
