package org.postbag.catalog;

import java.io.StringReader;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.events.AliasEvent;
import org.yaml.snakeyaml.events.Event;
import org.yaml.snakeyaml.events.NodeEvent;
import org.yaml.snakeyaml.events.ScalarEvent;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;

/// A YAML document whose every value knows its line.
///
/// A mistake of syntax is noted, its line is left out, and the rest is read, so that one slip does
/// not hide the others. Aliases are refused: a configuration that staff edit says what it means
/// where it stands, and a document without them cannot grow beyond its own size.
public final class YamlFile {
  /// After so many lines left out, the rest would be guesswork.
  private static final int MAX_REPAIRS = 8;

  private static final Pattern LEADING_TAB = Pattern.compile("^ *(?:- *)?[\t\u00A0][ \t\u00A0]*");

  private final List<String> lines;
  private final int firstLine;
  private final Mistakes mistakes;
  private final Variables variables;
  private boolean repaired;

  private YamlFile(String text, int firstLine, Mistakes mistakes, Variables variables) {
    this.lines = new ArrayList<>(text.lines().toList());
    this.firstLine = firstLine;
    this.mistakes = mistakes;
    this.variables = variables;
  }

  /// The document's mapping; empty, with the reason noted, when there is none.
  ///
  /// @param firstLine the number of the text's first line in its file, from 1
  /// @param variables what `${NAME}` in a value stands for
  public static Optional<YamlMap> read(
      String text, int firstLine, Mistakes mistakes, Variables variables) {
    return new YamlFile(text, firstLine, mistakes, variables).read();
  }

  private Optional<YamlMap> read() {
    refuseTabs();
    Node root = null;
    boolean again = true;
    for (int i = 0; again && i < MAX_REPAIRS; i++) {
      try {
        root = compose();
        again = false;
      } catch (MarkedYAMLException mistake) {
        again = leaveOut(mistake);
      } catch (YAMLException mistake) {
        mistakes.error(firstLine, "is not readable YAML", "compare it with the files beside it");
        return Optional.empty();
      }
    }
    return mapping(root, again);
  }

  private Optional<YamlMap> mapping(@Nullable Node root, boolean givenUp) {
    if (root instanceof MappingNode mapping) {
      YamlSource source =
          new YamlSource(
              firstLine,
              mistakes,
              variables,
              repaired || givenUp,
              new LinkedHashSet<>(),
              List.copyOf(lines));
      return Optional.of(new YamlMap("", mapping, source));
    }
    if (!mistakes.hasErrors()) {
      String found = root == null ? "holds no settings" : "is not a list of `key: value` lines";
      mistakes.error(root == null ? 0 : firstLine, found, "compare it with the files beside it");
    }
    return Optional.empty();
  }

  private void refuseTabs() {
    for (int i = 0; i < lines.size(); i++) {
      var tab = LEADING_TAB.matcher(lines.get(i));
      if (tab.find() && !lines.get(i).isBlank()) {
        String blank = tab.group().contains("\t") ? "tab" : "no-break space";
        mistakes.error(firstLine + i, "is indented with a " + blank, "indent with blanks");
        lines.set(i, tab.replaceFirst(tab.group().replace("\t", "  ").replace('\u00A0', ' ')));
        repaired = true;
      }
    }
  }

  private @Nullable Node compose() {
    String text = String.join("\n", lines);
    Yaml yaml = new Yaml(new LoaderOptions());
    for (Event event : yaml.parse(new StringReader(text))) {
      if (event instanceof AliasEvent alias) {
        throw new SignUsed("*", alias.getStartMark());
      }
      if (event instanceof NodeEvent node && node.getAnchor() != null) {
        throw new SignUsed("&", node.getStartMark());
      }
      if (event instanceof ScalarEvent scalar && scalar.getTag() != null) {
        throw new SignUsed("!", scalar.getStartMark());
      }
    }
    return yaml.compose(new StringReader(text));
  }

  /// Notes the mistake and blanks its line; false when that line was left out before.
  private boolean leaveOut(MarkedYAMLException mistake) {
    int index = YamlSyntax.faultyLine(mistake, lines);
    boolean news = !lines.get(index).isBlank();
    if (news) {
      YamlSyntax.explain(mistake, lines, index, firstLine, mistakes);
      lines.set(index, "");
      repaired = true;
    }
    return news;
  }

  /// `*word`, `&word` or `!word` at the beginning of a value.
  static final class SignUsed extends MarkedYAMLException {
    private static final long serialVersionUID = 1L;

    SignUsed(String sign, Mark mark) {
      super(null, null, sign, mark);
    }
  }
}
