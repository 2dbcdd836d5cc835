package org.postbag.catalog;

import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;

/// Where the values of one document come from and where their mistakes go.
///
/// @param firstLine the number of the document's first line in its file
/// @param repaired whether lines were left out: then a missing key is no second mistake
/// @param asked the paths of all keys that a reader asked for
/// @param lines the document as it was written
record YamlSource(
    int firstLine,
    Mistakes mistakes,
    Variables variables,
    boolean repaired,
    Set<String> asked,
    List<String> lines) {
  private static final Pattern COMMENT_IN_PLACE = Pattern.compile("\\s*-\\s+#\\S.*");

  /// Whether `- #word` stands there, of which YAML sees only the dash.
  boolean isComment(Node item) {
    int line = item.getStartMark().getLine();
    return line < lines.size() && COMMENT_IN_PLACE.matcher(lines.get(line)).matches();
  }

  int lineOf(Node node) {
    return node.getStartMark().getLine() + firstLine;
  }

  void error(Node at, String message, String mend) {
    mistakes.error(lineOf(at), at.getStartMark().getColumn() + 1, message, mend);
  }

  /// What `reader` makes of the value; the mistake is noted when it can make nothing of it.
  <T> Optional<T> read(
      String name, Node node, String expected, Function<String, @Nullable T> reader) {
    return scalar(name, node, expected)
        .flatMap(value ->
            substituted(name, value)
                .flatMap(text -> attempt(name, value, text.strip(), expected, reader)));
  }

  private <T> Optional<T> attempt(
      String name,
      ScalarNode node,
      String text,
      String expected,
      Function<String, @Nullable T> reader) {
    String shown = "`" + name + ": " + node.getValue().replaceAll("//.*@", "//•••@") + "` ";
    try {
      Optional<T> result = Optional.ofNullable(reader.apply(text));
      if (result.isEmpty()) {
        error(node, shown + "cannot be used", "write " + expected);
      }
      return result;
    } catch (Misfit misfit) {
      error(node, shown + misfit.getMessage(), misfit.mend());
    } catch (IllegalArgumentException | DateTimeParseException misfit) {
      error(node, shown + "cannot be used", "write " + expected);
    }
    return Optional.empty();
  }

  /// The node as a single value that holds something.
  private Optional<ScalarNode> scalar(String name, Node node, String expected) {
    if (!(node instanceof ScalarNode scalar)) {
      error(node, misfit(name, node), "write " + expected);
      return Optional.empty();
    }
    if (isNothing(scalar)) {
      error(node, "`" + name + "` has no value", "write " + expected);
      return Optional.empty();
    }
    return Optional.of(scalar);
  }

  /// Whether nothing stands behind the colon.
  static boolean isNothing(Node node) {
    return node instanceof ScalarNode scalar
        && (scalar.getTag().equals(Tag.NULL) || scalar.getValue().isBlank());
  }

  /// The value with its variables replaced.
  private Optional<String> substituted(String name, ScalarNode node) {
    if (!variables.equals(Variables.LITERAL) && Substitution.isOpen(node.getValue())) {
      error(node, "`" + name + "` holds a `${` without its `}`", "write `${NAME}`");
      return Optional.empty();
    }
    return new Substitution(variables)
        .apply(
            node.getValue(),
            variable ->
                error(
                    node,
                    "`" + name + "` needs " + variable + ", which is not set",
                    "set it in the environment or as a secret file of that name"));
  }

  static String misfit(String name, Node node) {
    return "`"
        + name
        + "` is "
        + switch (node) {
          case MappingNode mapping -> "a group of keys";
          case SequenceNode list -> "a list";
          case Node other -> "a single value";
        };
  }
}
