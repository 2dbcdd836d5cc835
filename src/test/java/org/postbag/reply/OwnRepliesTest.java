package org.postbag.reply;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.postbag.catalog.Catalog;
import org.postbag.catalog.StandardReply;
import org.postbag.email.Letter;
import org.postbag.email.LetterReader;

class OwnRepliesTest {
  private static final String REPLY =
      "{{salutation}},\n\nI am sorry that nobody can go on living in **damp rooms**, and evicted"
          + " tenants deserve better.\n\n{{signature}}";
  private static final String EDITED =
      "Your landlord was told by me on Friday to repair the stairs.";

  private final AtomicReference<Catalog> catalog = new AtomicReference<>(catalog(REPLY));
  private final LetterReader reader =
      new LetterReader(
          new OwnReplies(
              catalog::get,
              ids -> ids.contains("<our-9@example.com>") ? List.of(EDITED) : List.of()));

  private static Catalog catalog(String markdown) {
    StandardReply reply =
        new StandardReply(
            "damp",
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            List.of(),
            List.of(),
            markdown,
            "hash");
    return new Catalog(Map.of(), Map.of("damp", reply));
  }

  private Letter read(String headers, String body) {
    String text = "From: Ann Lee <ann@lee.example>\nTo: office@field.example\n" + headers + "\n";
    return reader.read((text + body).getBytes(StandardCharsets.UTF_8));
  }

  private static final String QUOTED =
      "Thanks.\n\nDear Ms Lee,\nI am sorry that nobody can go on living in damp\nrooms, and evicted"
          + " tenants deserve better.\nI meant the lamp.\n";

  @Test
  void aStandardReplyIsOursWithoutAnyMarkOfQuotation() {
    Letter letter = read("Subject: Lamp\n", QUOTED);

    assertThat(letter.visibleText()).contains("I meant the lamp.").doesNotContain("tenants");
    assertThat(letter.folded()).extracting(fold -> fold.why().word()).containsExactly("ours");
    assertThat(letter.textWithoutOurs()).contains("I meant the lamp.").doesNotContain("evicted");
  }

  @Test
  void aStandardReplyIsKnownAsSoonAsItIsInForce() {
    catalog.set(catalog("Something else entirely."));
    assertThat(read("Subject: Lamp\n", QUOTED).visibleText()).contains("tenants");
    catalog.set(catalog(REPLY));
    assertThat(read("Subject: Lamp\n", QUOTED).visibleText()).doesNotContain("tenants");
  }

  @Test
  void aReplyThatPeopleEditedIsKnownWhereALetterAnswersIt() {
    String body = "No.\n\n" + EDITED + "\n\nHe did not.\n";

    assertThat(read("Subject: Re: Stairs\nIn-Reply-To: <our-9@example.com>\n", body).visibleText())
        .isEqualTo("No.\n\nHe did not.");
    assertThat(read("Subject: Re: Stairs\n", body).visibleText()).contains("landlord");
  }
}
