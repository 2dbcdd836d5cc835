package org.postbag.people.place;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;

/// Postcodes, and beginnings of postcodes, with what they are to the office. A million rows take
/// ten megabytes: each is a sorted number, with two bytes for the name of its Member.
public final class ConstituencyTable {
  /// What a row says.
  ///
  /// @param ours empty for a postcode that the border divides
  /// @param member who speaks for those who live there, where the table names somebody
  public record Row(Optional<Boolean> ours, Optional<String> member) {}

  /// Without a row.
  public static final ConstituencyTable EMPTY = new Builder().build();

  static final int LONGEST = 10;
  private static final String LETTERS = " -0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ";
  private static final int BASE = LETTERS.length() + 1;
  private static final int NO = 0;
  private static final int YES = 1;
  private static final int SPLIT = 2;

  /// The code as a number of the base 39, times four, plus what it is.
  private final long[] rows;

  /// For each row the place of its Member's name in `names`.
  private final char[] members;

  private final List<String> names;

  private ConstituencyTable(long[] rows, char[] members, List<String> names) {
    this.rows = rows;
    this.members = members;
    this.names = names;
  }

  public boolean isEmpty() {
    return rows.length == 0;
  }

  public int size() {
    return rows.length;
  }

  /// How much memory the rows take, without the names.
  long bytes() {
    return (long) rows.length * Long.BYTES + (long) members.length * Character.BYTES;
  }

  /// What the longest row says that is the code or its beginning at a natural place: the sector
  /// `DN3 1`, the district `DN3`, the area `DN`.
  Optional<Row> find(String code) {
    for (int length = Math.min(code.length(), LONGEST); length > 0 && !isEmpty(); length--) {
      if (length == code.length() || isBoundary(code, length)) {
        int at = Arrays.binarySearch(rows, key(code.substring(0, length).strip()));
        int row = at >= 0 ? at : -at - 1;
        if (row < rows.length && rows[row] / 4 == key(code.substring(0, length).strip()) / 4) {
          return Optional.of(row(row));
        }
      }
    }
    return Optional.empty();
  }

  /// Before a blank or a hyphen, one character behind it, and between letters and digits. Digits
  /// alone begin anywhere.
  private static boolean isBoundary(String code, int length) {
    char next = code.charAt(length);
    char last = code.charAt(length - 1);
    boolean beforeBlank = next == ' ' || next == '-';
    boolean sector = length > 1 && code.charAt(length - 2) == ' ';
    boolean area =
        Character.isLetter(last) && Character.isDigit(next) && code.indexOf(' ') > length;
    return beforeBlank || sector || area || Character.isDigit(code.charAt(0));
  }

  /// Every row in the order of the codes.
  void forEach(BiConsumer<String, Row> each) {
    for (int at = 0; at < rows.length; at++) {
      each.accept(code(rows[at] / 4), row(at));
    }
  }

  private static String code(long number) {
    StringBuilder code = new StringBuilder();
    for (long rest = number; rest > 0; rest /= BASE) {
      int digit = (int) (rest % BASE);
      code.append(digit == 0 ? "" : LETTERS.charAt(digit - 1));
    }
    return code.reverse().toString();
  }

  private Row row(int at) {
    Optional<Boolean> ours =
        switch ((int) (rows[at] % 4)) {
          case NO -> Optional.of(false);
          case YES -> Optional.of(true);
          default -> Optional.empty();
        };
    String name = members.length == 0 ? "" : names.get(members[at]);
    return new Row(ours, Optional.of(name).filter(n -> !n.isEmpty()));
  }

  /// The lowest number that a row of that code can have.
  private static long key(String code) {
    long key = 0;
    for (int i = 0; i < LONGEST; i++) { // of one length, so that a beginning sorts before the rest
      int digit = i < code.length() ? LETTERS.indexOf(code.charAt(i)) + 1 : 0;
      key = key * BASE + digit;
    }
    return key * 4;
  }

  /// Whether that can stand in a table: capitals, digits, a blank, a hyphen.
  static boolean isCode(String code) {
    return !code.isEmpty()
        && code.length() <= LONGEST
        && code.chars().allMatch(c -> LETTERS.indexOf(c) >= 0)
        && code.charAt(0) != ' ';
  }

  /// Takes rows in any order. A code that comes twice with different outcomes is split.
  public static final class Builder {
    private long[] rows = new long[1024];
    private char[] members = new char[1024];
    private int size;
    private final List<String> names = new ArrayList<>(List.of(""));
    private final Map<String, Integer> places = new HashMap<>(Map.of("", 0));

    /// @param code in its usual form
    void add(String code, Row row) {
      if (size == rows.length) {
        rows = Arrays.copyOf(rows, 2 * size);
        members = Arrays.copyOf(members, 2 * size);
      }
      rows[size] = key(code) + row.ours().map(ours -> ours ? YES : NO).orElse(SPLIT);
      members[size++] = place(row.member().orElse(""));
    }

    /// Members beyond the 65,000th have no name, which no country has.
    private char place(String member) {
      Integer known = places.get(member);
      if (known != null) {
        return (char) known.intValue();
      }
      if (names.size() > Character.MAX_VALUE) {
        return 0;
      }
      places.put(member, names.size());
      names.add(member);
      return (char) (names.size() - 1);
    }

    ConstituencyTable build() {
      Sorting sorted = Sorting.of(rows, members, size);
      boolean named = names.size() > 1;
      return new ConstituencyTable(
          sorted.keys(), named ? sorted.values() : new char[0], List.copyOf(names));
    }
  }

  /// Rows in their order, each code once.
  @SuppressWarnings("ArrayRecordComponent") // handed on, never compared
  private record Sorting(long[] keys, char[] values) {
    static Sorting of(long[] rows, char[] members, int size) {
      long[] order = Arrays.copyOf(rows, size);
      char[] values = Arrays.copyOf(members, size);
      if (!isSorted(order)) {
        sort(order, values);
      }
      int end = 0;
      for (int i = 0; i < size; i++) {
        if (end > 0 && order[end - 1] / 4 == order[i] / 4) {
          boolean same = order[end - 1] == order[i];
          order[end - 1] = same ? order[i] : order[i] / 4 * 4 + SPLIT;
        } else {
          order[end] = order[i];
          values[end++] = values[i];
        }
      }
      return new Sorting(Arrays.copyOf(order, end), Arrays.copyOf(values, end));
    }

    private static boolean isSorted(long[] keys) {
      for (int i = 1; i < keys.length; i++) {
        if (keys[i - 1] > keys[i]) {
          return false;
        }
      }
      return true;
    }

    private static void sort(long[] keys, char[] values) {
      Integer[] order = new Integer[keys.length];
      Arrays.setAll(order, i -> i);
      Arrays.sort(order, (a, b) -> Long.compare(keys[a], keys[b]));
      long[] oldKeys = keys.clone();
      char[] oldValues = values.clone();
      for (int i = 0; i < order.length; i++) {
        keys[i] = oldKeys[order[i]];
        values[i] = oldValues[order[i]];
      }
    }
  }
}
