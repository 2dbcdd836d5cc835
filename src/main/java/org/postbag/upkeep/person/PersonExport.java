package org.postbag.upkeep.person;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.jspecify.annotations.Nullable;
import org.postbag.database.Database;
import org.postbag.email.Address;
import org.postbag.email.LetterReader;
import org.postbag.ledger.Actor;
import org.postbag.ledger.DecisionReason;
import org.postbag.ledger.Ledger;
import tools.jackson.databind.json.JsonMapper;

/// Everything that is kept on one correspondent, in a ZIP file: `person.json` for programs,
/// `person.html` for people, and each letter as it came (`letters/NUMBER.eml`).
public final class PersonExport {
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final Ledger ledger;
  private final PersonLetters people;
  private final JdbcPersonRows rows;
  private final LetterReader reader;
  private final InstantSource clock;

  public PersonExport(Database database, Ledger ledger, LetterReader reader, InstantSource clock) {
    this.ledger = ledger;
    this.people = new PersonLetters(database, reader);
    this.rows = new JdbcPersonRows(database);
    this.reader = reader;
    this.clock = clock;
  }

  /// Writes the file, and into the ledger that somebody asked for it.
  ///
  /// @return how many letters are in it
  public int write(Address person, Actor by, OutputStream out) throws IOException {
    Set<Long> letters = people.of(person);
    ledger.doInTurn(() -> ledger.note(by, DecisionReason.EXPORTED));
    try (ZipOutputStream zip = new ZipOutputStream(out)) {
      List<ExportedLetter> exported = new ArrayList<>();
      for (long letter : letters) {
        Optional<byte[]> rfc822 = rows.rfc822(letter);
        if (rfc822.isPresent()) {
          add(zip, "letters/%d.eml".formatted(letter), rfc822.get());
        }
        exported.add(
            new ExportedLetter(letter, rows.of(letter), rfc822.map(reader::read).orElse(null)));
      }
      add(zip, "person.json", bytes(json(person, exported)));
      add(zip, "person.html", bytes(ExportPage.of(person, exported, clock.instant())));
    }
    return letters.size();
  }

  private static void add(ZipOutputStream zip, String name, byte[] content) throws IOException {
    zip.putNextEntry(new ZipEntry(name));
    zip.write(content);
    zip.closeEntry();
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private String json(Address person, List<ExportedLetter> letters) {
    Map<String, @Nullable Object> all = new LinkedHashMap<>();
    all.put("address", person.toString());
    all.put("comparedAs", person.canonical().toString());
    all.put("spellings", people.spellings(person).stream().sorted().toList());
    all.put("exported", clock.instant().toString());
    all.put("known", rows.ofAddress(person));
    all.put(
        "letters",
        letters.stream()
            .map(letter -> {
              Map<String, @Nullable Object> one = new LinkedHashMap<>();
              one.put("number", letter.number());
              one.put("rows", letter.rows());
              return one;
            })
            .toList());
    return JSON.writerWithDefaultPrettyPrinter().writeValueAsString(all);
  }
}
