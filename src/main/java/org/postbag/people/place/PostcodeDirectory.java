package org.postbag.people.place;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;

/// A public table of postcodes: the directories of the Office for National Statistics (ONSPD,
/// NSPL), whose columns are `pcds` and `pcon…`, and others whose heads name a postcode and a
/// constituency.
public final class PostcodeDirectory {
  /// What reading one came to.
  public sealed interface Outcome {
    /// It was read.
    ///
    /// @param rows how many postcodes the directory has
    /// @param ours how many of them are the constituency's
    record Read(ConstituencyTable table, int rows, int ours) implements Outcome {}

    /// It is no directory, or none of that constituency.
    ///
    /// @param why in one sentence, with the mend
    record Refused(String why) implements Outcome {}
  }

  private static final List<String> POSTCODES =
      List.of("pcds", "postcode", "pcd8", "pcd7", "pcd2", "pcd");
  private static final int MOST_NAMED = 5;

  private final PostcodeRules rules;
  private final String constituency;
  private final Map<String, String> members;
  private final ConstituencyTable.Builder table = new ConstituencyTable.Builder();
  private final Set<String> others = new TreeSet<>();

  private PostcodeDirectory(PostcodeRules rules, String constituency, Map<String, String> members) {
    this.rules = rules;
    this.constituency = plain(constituency);
    this.members = members;
  }

  /// Reads one into a table that says which postcodes are the constituency's.
  ///
  /// @param constituency its code (`E14001234`) or its name, as the directory has it
  /// @param members the Members' names by the code or name of their constituency, in small letters
  public static Outcome read(
      Path file, PostcodeRules rules, String constituency, Map<String, String> members)
      throws IOException {
    try (CsvLines lines = new CsvLines(file)) {
      List<String> head = lines.next().stream().map(PostcodeDirectory::heading).toList();
      Optional<Integer> code =
          POSTCODES.stream().filter(head::contains).findFirst().map(head::indexOf);
      int[] named =
          IntStream.range(0, head.size()).filter(i -> isConstituency(head.get(i))).toArray();
      if (code.isEmpty() || named.length == 0) {
        return new Outcome.Refused(
            "the first line names no column with postcodes, or none with constituencies (pcds,"
                + " pcon…): take a postcode directory of the ONS");
      }
      return new PostcodeDirectory(rules, constituency, members).rows(lines, code.get(), named);
    }
  }

  private static String heading(String column) {
    return column.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]", "");
  }

  private static boolean isConstituency(String heading) {
    return heading.matches("pcon(?:\\d{2})?(?:cd|nm|nmw)?")
        || heading.contains("parliamentaryconstituency")
        || heading.matches("constituency(?:code|name)?");
  }

  private Outcome rows(CsvLines lines, int code, int[] named) throws IOException {
    int rows = 0;
    int ours = 0;
    for (List<String> row = lines.next(); !row.isEmpty(); row = lines.next()) {
      String postcode = code < row.size() ? ConstituencyFile.code(row.get(code), rules) : "";
      if (ConstituencyTable.isCode(postcode)) {
        boolean our = add(postcode, row, named);
        rows++;
        ours += our ? 1 : 0;
      }
    }
    return ours > 0
        ? new Outcome.Read(Prefixes.of(table.build()), rows, ours)
        : new Outcome.Refused(
            "no postcode of the file is of “"
                + constituency
                + "”; it names, among others, "
                + others);
  }

  private boolean add(String postcode, List<String> row, int[] named) {
    boolean ours = false;
    boolean known = false;
    String member = "";
    for (int column : named) {
      String value = column < row.size() ? plain(row.get(column)) : "";
      known |= !value.isEmpty();
      ours |= value.equals(constituency);
      member = member.isEmpty() ? members.getOrDefault(value, "") : member;
      if (others.size() < MOST_NAMED && !value.isEmpty()) {
        others.add(value);
      }
    }
    if (known) {
      table.add(postcode, row(ours, ours ? "" : member));
    }
    return ours;
  }

  private static ConstituencyTable.Row row(boolean ours, String member) {
    return new ConstituencyTable.Row(
        Optional.of(ours), Optional.of(member).filter(name -> !name.isEmpty()));
  }

  private static String plain(String name) {
    return name.strip().toLowerCase(Locale.ROOT);
  }

  /// A table of two columns: a constituency's code or name, and its Member.
  public static Map<String, String> members(Path file) throws IOException {
    Map<String, String> members = new HashMap<>();
    try (CsvLines lines = new CsvLines(file)) {
      for (List<String> row = lines.next(); !row.isEmpty(); row = lines.next()) {
        if (row.size() > 1) {
          members.put(plain(row.getFirst()), row.get(1));
        }
      }
    }
    return members;
  }

  /// Districts and sectors in place of the postcodes in them, where all say the same.
  private static final class Prefixes {
    private final Map<String, Set<ConstituencyTable.Row>> outcomes = new HashMap<>();
    private final Set<String> written = new HashSet<>();
    private final ConstituencyTable.Builder shorter = new ConstituencyTable.Builder();

    static ConstituencyTable of(ConstituencyTable all) {
      Prefixes prefixes = new Prefixes();
      all.forEach(prefixes::note);
      all.forEach(prefixes::write);
      return prefixes.shorter.build();
    }

    private static String district(String code) {
      int blank = code.indexOf(' ');
      return blank < 0 ? code : code.substring(0, blank);
    }

    private static String sector(String code) {
      int blank = code.indexOf(' ');
      return blank < 0 || blank + 2 > code.length() ? code : code.substring(0, blank + 2);
    }

    private void note(String code, ConstituencyTable.Row row) {
      outcomes.computeIfAbsent(district(code), _ -> new HashSet<>(2)).add(row);
      outcomes.computeIfAbsent(sector(code), _ -> new HashSet<>(2)).add(row);
    }

    private void write(String code, ConstituencyTable.Row row) {
      String start =
          isOne(district(code)) ? district(code) : isOne(sector(code)) ? sector(code) : code;
      if (written.add(start)) {
        shorter.add(start, row);
      }
    }

    private boolean isOne(String start) {
      return outcomes.getOrDefault(start, Set.of()).size() == 1;
    }
  }
}
