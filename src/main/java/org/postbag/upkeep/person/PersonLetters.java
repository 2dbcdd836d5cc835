package org.postbag.upkeep.person;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.LongFunction;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.postbag.database.Database;
import org.postbag.email.Address;
import org.postbag.email.Letter;
import org.postbag.email.LetterReader;
import org.postbag.email.NamedAddress;

/// Finds the letters that are one person's.
final class PersonLetters {
  /// RFC 6522: the type of a letter that reports on the delivery of another, which it holds.
  private static final byte[] REPORT = lower("multipart/report");

  private final JdbcPersonLetters rows;
  private final LetterReader reader;

  PersonLetters(Database database, LetterReader reader) {
    this.rows = new JdbcPersonLetters(database);
    this.reader = reader;
  }

  /// The numbers of the letters from that person or answered to them, of those that wait to be
  /// read, and of the reports on the delivery of replies to them.
  Set<Long> of(Address person) {
    Set<Long> letters = new TreeSet<>(rows.known(person));
    letters.addAll(where(rows::unread, raw -> isOf(person, reader.read(raw))));
    List<byte[]> spellings = rows.spellings(person).stream().map(PersonLetters::lower).toList();
    letters.addAll(where(rows::setAside, raw -> reportsOn(spellings, raw)));
    return letters;
  }

  Set<String> spellings(Address person) {
    return rows.spellings(person);
  }

  private static List<Long> where(
      LongFunction<List<JdbcPersonLetters.Raw>> pages, Predicate<byte[]> wanted) {
    List<Long> letters = new ArrayList<>();
    long last = 0;
    for (var page = pages.apply(last); !page.isEmpty(); page = pages.apply(last)) {
      page.stream()
          .filter(raw -> wanted.test(raw.rfc822()))
          .forEach(raw -> letters.add(raw.letter()));
      last = page.getLast().letter();
    }
    return letters;
  }

  private static boolean isOf(Address person, Letter letter) {
    return Stream.concat(letter.from().stream(), letter.replyTo().stream())
        .map(NamedAddress::address)
        .anyMatch(person::sameAs);
  }

  private static boolean reportsOn(List<byte[]> spellings, byte[] rfc822) {
    return contains(rfc822, REPORT) && spellings.stream().anyMatch(one -> contains(rfc822, one));
  }

  /// Without regard to the case of ASCII letters.
  private static boolean contains(byte[] text, byte[] lowerCase) {
    for (int at = 0; at <= text.length - lowerCase.length; at++) {
      if (startsWith(text, at, lowerCase)) {
        return true;
      }
    }
    return false;
  }

  private static boolean startsWith(byte[] text, int at, byte[] lowerCase) {
    for (int i = 0; i < lowerCase.length; i++) {
      byte c = text[at + i];
      if ((c >= 'A' && c <= 'Z' ? c + ('a' - 'A') : c) != lowerCase[i]) {
        return false;
      }
    }
    return true;
  }

  private static byte[] lower(String text) {
    return text.toLowerCase(Locale.ROOT).getBytes(StandardCharsets.UTF_8);
  }
}
