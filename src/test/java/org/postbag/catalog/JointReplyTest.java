package org.postbag.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class JointReplyTest {
  private static final StandardReply CALAIS =
      reply(
          "calais",
          "{{salutation}},\n\nThe port is guarded.\n\nMore will follow.\n\n{{signature}}",
          List.of("en", "fr"),
          Optional.of(LocalDate.of(2027, 1, 1)));
  private static final StandardReply BUSES =
      reply(
          "buses",
          "{{salutation}},\n\nThe buses run again.\n\nYours,\n\n{{signature}}\n\nP.S. A card.",
          List.of("en"),
          Optional.of(LocalDate.of(2026, 12, 1)));
  private static final Topic ON_CALAIS = topic("calais", "calais");
  private static final Topic ON_BUSES = topic("buses", "buses");
  private static final Topic ON_LORRIES = topic("lorries", "calais");
  private static final Catalog CATALOG =
      new Catalog(
          Map.of(ON_CALAIS.id(), ON_CALAIS, ON_BUSES.id(), ON_BUSES, ON_LORRIES.id(), ON_LORRIES),
          Map.of("calais", CALAIS, "buses", BUSES));

  private static StandardReply reply(
      String name, String text, List<String> languages, Optional<LocalDate> expires) {
    return new StandardReply(
        name,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        expires,
        List.of(),
        languages,
        text,
        "hash of " + name);
  }

  private static Topic topic(String name, String reply) {
    return new Topic(new TopicId(name), name, Optional.of(reply), List.of(), 0.7);
  }

  @Test
  void bothTextsStandUnderOneGreetingAndOverOneSignature() {
    StandardReply joint = CATALOG.jointReply(ON_CALAIS.id(), ON_BUSES.id()).orElseThrow();

    assertThat(joint.markdown())
        .isEqualTo(
            "{{salutation}},\n\nThe port is guarded.\n\nMore will follow.\n\n"
                + "The buses run again.\n\nYours,\n\n{{signature}}");
    assertThat(joint.languages()).containsExactly("en");
    assertThat(joint.expires()).contains(LocalDate.of(2026, 12, 1));
  }

  @Test
  void theGreetingAndTheSignatureAreKnownWithBlanksInTheirBracesToo() {
    StandardReply spaced =
        reply(
            "buses",
            "{{ salutation }},\n\nThe buses run again.\n\n{{ signature }}",
            List.of("en"),
            Optional.empty());

    assertThat(JointReply.of(CALAIS, spaced).markdown())
        .isEqualTo(
            "{{salutation}},\n\nThe port is guarded.\n\nMore will follow.\n\n"
                + "The buses run again.\n\n{{signature}}");
  }

  @Test
  void itIsFoundAgainByItsNameAndIsOneOfBothTopics() {
    StandardReply joint = CATALOG.jointReply(ON_CALAIS.id(), ON_BUSES.id()).orElseThrow();

    assertThat(CATALOG.reply(joint.name())).contains(joint);
    assertThat(Catalog.isOf(ON_CALAIS, joint.name())).isTrue();
    assertThat(Catalog.isOf(ON_BUSES, joint.name())).isTrue();
    assertThat(CATALOG.reply("calais + gone")).isEmpty();
  }

  @Test
  void aChangeInEitherIsAChange() {
    StandardReply other =
        reply("buses", "{{salutation}},\n\nNo.\n\n{{signature}}", List.of("en"), Optional.empty());
    Catalog changed =
        new Catalog(
            CATALOG.topics(),
            Map.of(
                "calais",
                CALAIS,
                "buses",
                new StandardReply(
                    "buses",
                    other.subject(),
                    other.owner(),
                    other.reviewed(),
                    other.expires(),
                    other.attachments(),
                    other.languages(),
                    other.markdown(),
                    "another hash")));

    assertThat(changed.reply("calais + buses").map(StandardReply::hash))
        .isNotEqualTo(CATALOG.reply("calais + buses").map(StandardReply::hash));
  }

  @Test
  void twoTopicsWithOneReplyNeedNoJointOne() {
    assertThat(CATALOG.jointReply(ON_CALAIS.id(), ON_LORRIES.id())).isEmpty();
  }
}
