package org.postbag.past.standard;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.postbag.database.Database;
import org.postbag.email.Address;
import org.postbag.past.Pairing;
import org.postbag.past.PastKeeping;
import org.postbag.past.PastLetter;

/// An invented office's post in a database, paired.
public final class KeptPost {
  public static final Address OWN = Address.parse("jo.park@office.example").orElseThrow();

  private KeptPost() {}

  public static void keep(OfficePost post, Database database) {
    List<PastLetter> all = new ArrayList<>(post.received());
    post.sent().forEach(sent -> all.add(sent.reply()));
    new PastKeeping(database, Set.of(OWN), InstantSource.system()).keep(all);
    new Pairing(database).run();
  }
}
