package org.postbag.demo;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Random;

/// Puts further letters together from sentences, in the proportions of a real postbag: most are
/// about one topic, one in four belongs to a campaign, a few are about two matters or are a
/// machine's. The same seed gives the same letters.
final class SampleWriter {
  private static final int CAMPAIGN_PERCENT = 25;
  private static final int TWO_TOPICS_PERCENT = 4;
  private static final int AUTOMATIC_PERCENT = 3;
  private static final int CAMPAIGN_ADDITION_PERCENT = 20;

  private final SampleParts parts;
  private final Random random;
  private int made;

  SampleWriter(SampleParts parts, long seed) {
    this.parts = parts;
    this.random = new Random(seed);
  }

  SampleLetter next() {
    made++;
    Writer writer = writer();
    int kind = random.nextInt(100);
    if (kind < CAMPAIGN_PERCENT) {
      return letter(writer, one("campaign subjects"), personal(writer, campaign()));
    }
    if (kind < CAMPAIGN_PERCENT + AUTOMATIC_PERCENT) {
      return automatic(writer);
    }
    String topic = one(parts.topics());
    List<String> body = paragraphs(topic, 1 + random.nextInt(3));
    if (kind < CAMPAIGN_PERCENT + AUTOMATIC_PERCENT + TWO_TOPICS_PERCENT) {
      body.addAll(paragraphs(one(parts.topics()), 2));
    }
    return letter(writer, one(topic + " subjects"), personal(writer, spiced(body)));
  }

  private record Writer(String name, String address, String home) {}

  private Writer writer() {
    String first = one("first-names");
    String last = one("last-names");
    String local = (first + "." + last + made).toLowerCase(Locale.ROOT);
    String postcode =
        one("districts") + " " + random.nextInt(1, 10) + letterOfPostcode() + letterOfPostcode();
    String home = random.nextInt(1, 140) + " " + one("streets") + "\n" + postcode;
    return new Writer(first + " " + last, local + "@" + one("domains"), home);
  }

  /// The inward code of a postcode never holds C, I, K, M, O or V.
  private char letterOfPostcode() {
    String letters = "ABDEFGHJLNPQRSTUWXYZ";
    return letters.charAt(random.nextInt(letters.length()));
  }

  private List<String> campaign() {
    List<String> body = new ArrayList<>(parts.of("campaign"));
    if (random.nextInt(100) < CAMPAIGN_ADDITION_PERCENT) {
      body.add(one("campaign additions"));
    }
    return body;
  }

  private List<String> paragraphs(String topic, int count) {
    List<String> all = new ArrayList<>(parts.of(topic + " paragraphs"));
    Collections.shuffle(all, random);
    return new ArrayList<>(all.subList(0, Math.min(count, all.size())));
  }

  private List<String> spiced(List<String> body) {
    if (random.nextInt(3) == 0) {
      body.addFirst(one("leads"));
    }
    if (random.nextInt(4) == 0) {
      body.addLast(one("asides"));
    }
    return body;
  }

  private String personal(Writer writer, List<String> body) {
    String greeting = one("openings");
    String home = random.nextInt(4) == 0 ? "" : "\n" + writer.home();
    return greeting
        + "\n\n"
        + String.join("\n\n", body)
        + "\n\n"
        + one("closings")
        + "\n"
        + writer.name()
        + home;
  }

  private SampleLetter automatic(Writer writer) {
    String header = "Auto-Submitted: auto-replied\n";
    return letter(writer, "Automatic reply: Your letter", one("out-of-office"), header);
  }

  private SampleLetter letter(Writer writer, String subject, String body) {
    return letter(writer, subject, body, "");
  }

  private SampleLetter letter(Writer writer, String subject, String body, String fields) {
    String message =
        """
        Date: Mon, 23 Nov 2026 09:00:00 +0000
        From: %s <%s>
        To: Margaret Thorne MP <%s>
        Subject: %s
        Message-ID: <made-%d-%08x@postbag.example>
        %sMIME-Version: 1.0
        Content-Type: text/plain; charset=utf-8
        Content-Transfer-Encoding: 8bit

        %s
        """
            .formatted(
                writer.name(),
                writer.address(),
                DemoMailServer.OFFICE,
                subject,
                made,
                random.nextInt(),
                fields,
                body);
    String name = "made/" + made;
    return SampleLetter.of(name, message.getBytes(StandardCharsets.UTF_8));
  }

  private String one(String section) {
    return one(parts.of(section));
  }

  private String one(List<String> entries) {
    return entries.get(random.nextInt(entries.size()));
  }
}
