package org.postbag.email;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.postbag.email.mime.StructuredField;

/// What a mail server found out about where a letter comes from: one field Authentication-Results,
/// RFC 8601 §2.2.
///
/// Everybody can write such a field. Only the one that the office's own server wrote says anything,
/// and that is the topmost which bears its name (§5, §7.1): a server adds its field above what came
/// with the letter.
///
/// @param authservId the server that says so, in lower case; empty for one that does not give its
///   name, as Microsoft 365 does not
/// @param results what it found, in its order
public record AuthenticationResults(String authservId, List<Result> results) {
  public static final String FIELD = "Authentication-Results";

  /// What one method found, RFC 8601 §2.7.
  ///
  /// @param method such as `spf`, `dkim` or `dmarc`, in lower case
  /// @param value such as `pass` or `fail`, in lower case
  public record Result(String method, String value) {}

  private static final int MOST_RESULTS = 100;

  /// `method [/ version] = result`; what follows it (reason, properties) judges nothing.
  private static final Pattern METHOD =
      Pattern.compile(
          "\\s*([A-Za-z][\\w-]*)\\s*(?:/\\s*\\d+\\s*)?=\\s*([A-Za-z][\\w-]*)(?=\\s|$).*",
          Pattern.DOTALL);

  public AuthenticationResults {
    results = List.copyOf(results);
  }

  /// The field with that body, which must not have been decoded (RFC 2047): an encoded word in an
  /// address could otherwise say anything. What cannot be understood is left out.
  static AuthenticationResults parse(String body) {
    List<String> parts = StructuredField.split(body, ';');
    boolean unnamed = METHOD.matcher(parts.getFirst()).matches();
    List<Result> results = new ArrayList<>();
    for (String part : parts.subList(unnamed ? 0 : 1, parts.size())) {
      Matcher method = METHOD.matcher(part);
      if (method.matches() && results.size() < MOST_RESULTS) {
        results.add(new Result(lower(method.group(1)), lower(method.group(2))));
      }
    }
    return new AuthenticationResults(unnamed ? "" : authservId(parts.getFirst()), results);
  }

  /// The first word, without its version.
  private static String authservId(String part) {
    String id = part.strip();
    return lower(id.startsWith("\"") ? StructuredField.unquoted(id) : id.split("[\\s;]", 2)[0]);
  }

  private static String lower(String text) {
    return text.toLowerCase(Locale.ROOT);
  }

  /// The topmost in a letter, whoever wrote it.
  public static Optional<AuthenticationResults> topmost(Headers headers) {
    return all(headers).stream().findFirst();
  }

  /// The topmost that one of these servers wrote.
  ///
  /// @param trusted in lower case
  public static Optional<AuthenticationResults> of(Headers headers, Set<String> trusted) {
    return all(headers).stream().filter(one -> trusted.contains(one.authservId())).findFirst();
  }

  private static List<AuthenticationResults> all(Headers headers) {
    return headers.fields().stream()
        .filter(field -> field.name().equalsIgnoreCase(FIELD))
        .map(field -> parse(field.raw()))
        .toList();
  }

  /// Whether the letter is not from where it says: DMARC failed (RFC 7489), or both SPF and DKIM
  /// did. One of those two alone fails for honest letters too: SPF where mail is forwarded, DKIM
  /// where a list changed the text. A good signature among bad ones is good (RFC 6376 §6.1).
  public boolean isFailure() {
    boolean dkimFailed = has("dkim", "fail") && !has("dkim", "pass");
    return has("dmarc", "fail") || (has("spf", "fail") && dkimFailed && !has("dmarc", "pass"));
  }

  private boolean has(String method, String value) {
    return results.contains(new Result(method, value));
  }
}
