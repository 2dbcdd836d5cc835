package org.postbag.email.mime;

import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// Charset labels as mail carries them: the aliases of the WHATWG Encoding Standard §4.2 (which
/// reads a label as the superset that its senders really use), then what Java knows.
final class CharsetNames {
  static final Charset WINDOWS_1252 = Charset.forName("windows-1252");

  private static final Map<String, String> ALIASES =
      Map.ofEntries(
          alias("ascii", "windows-1252"),
          alias("us-ascii", "windows-1252"),
          alias("ansi_x3.4-1968", "windows-1252"),
          alias("ansi_x3.110-1983", "windows-1252"),
          alias("646", "windows-1252"),
          alias("iso-8859-1", "windows-1252"),
          alias("iso8859-1", "windows-1252"),
          alias("iso_8859-1", "windows-1252"),
          alias("iso88591", "windows-1252"),
          alias("latin1", "windows-1252"),
          alias("latin-1", "windows-1252"),
          alias("l1", "windows-1252"),
          alias("x-cp1252", "windows-1252"),
          alias("x-ansi", "windows-1252"),
          alias("ansi", "windows-1252"),
          alias("iso-8859-9", "windows-1254"),
          alias("latin5", "windows-1254"),
          alias("iso-8859-11", "x-windows-874"),
          alias("tis-620", "x-windows-874"),
          alias("windows-874", "x-windows-874"),
          alias("iso-8859-8-i", "iso-8859-8"),
          alias("iso-8859-8-e", "iso-8859-8"),
          alias("visual", "iso-8859-8"),
          alias("utf8", "utf-8"),
          alias("utf-8n", "utf-8"),
          alias("unicode-1-1-utf-8", "utf-8"),
          alias("cp65001", "utf-8"),
          alias("x-utf8", "utf-8"),
          alias("unicode", "utf-16"),
          alias("gb2312", "gb18030"),
          alias("gb_2312-80", "gb18030"),
          alias("gbk", "gb18030"),
          alias("x-gbk", "gb18030"),
          alias("cp936", "gb18030"),
          alias("chinese", "gb18030"),
          alias("big5", "big5-hkscs"),
          alias("x-x-big5", "big5-hkscs"),
          alias("cp950", "big5-hkscs"),
          alias("ks_c_5601-1987", "x-windows-949"),
          alias("ks_c_5601-1989", "x-windows-949"),
          alias("ks_c_5601", "x-windows-949"),
          alias("ksc5601", "x-windows-949"),
          alias("euc-kr", "x-windows-949"),
          alias("korean", "x-windows-949"),
          alias("cp949", "x-windows-949"),
          alias("shift_jis", "windows-31j"),
          alias("shift-jis", "windows-31j"),
          alias("sjis", "windows-31j"),
          alias("x-sjis", "windows-31j"),
          alias("cp932", "windows-31j"),
          alias("iso-2022-jp", "x-windows-iso2022jp"),
          alias("iso-2022-jp-ms", "x-windows-iso2022jp"),
          alias("cp50220", "x-windows-iso2022jp"),
          alias("macintosh", "x-MacRoman"),
          alias("mac", "x-MacRoman"),
          alias("macroman", "x-MacRoman"),
          alias("mac-roman", "x-MacRoman"),
          alias("apple-roman", "x-MacRoman"),
          alias("x-apple-roman", "x-MacRoman"),
          alias("x-mac-cyrillic", "x-MacCyrillic"),
          alias("koi", "koi8-r"),
          alias("koi8", "koi8-r"),
          alias("koi8-ru", "koi8-u"),
          alias("cyrillic", "iso-8859-5"),
          alias("greek", "iso-8859-7"),
          alias("arabic", "iso-8859-6"),
          alias("hebrew", "iso-8859-8"));

  private CharsetNames() {}

  private static Map.Entry<String, String> alias(String label, String name) {
    return Map.entry(label, name);
  }

  /// The charset that `label` means, if any.
  static Optional<Charset> find(String label) {
    String plain = label.strip().toLowerCase(Locale.ROOT).replace("\"", "").replace("'", "");
    if (plain.isEmpty() || plain.length() > 60) {
      return Optional.empty();
    }
    return byName(ALIASES.getOrDefault(plain, plain))
        .or(() -> byName(plain.replaceFirst("^(?:x-)?(?:cp|ibm|dos|oem|pc)-?(?=\\d)", "cp")))
        .or(() -> byName(plain.replaceFirst("^cp-?(?=\\d)", "windows-")))
        .or(() -> byName(plain.replaceFirst("^x-mac-", "x-mac")))
        .or(() -> plain.contains("utf-8") ? Optional.of(StandardCharsets.UTF_8) : Optional.empty());
  }

  private static Optional<Charset> byName(String name) {
    try {
      return Optional.of(Charset.forName(name));
    } catch (IllegalCharsetNameException | UnsupportedCharsetException unknown) {
      return Optional.empty();
    }
  }
}
