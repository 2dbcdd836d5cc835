package org.postbag.email.attached;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.encryption.AccessPermission;
import org.apache.pdfbox.pdmodel.encryption.StandardProtectionPolicy;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts;
import org.junit.jupiter.api.Test;
import org.postbag.email.Letter;
import org.postbag.email.LetterReader;

class AttachedTextTest {
  private static final String SENTENCE = "The last bus was cut in May";
  private static final String PDF = "application/pdf; name=\"letter.pdf\"";
  private static final String DOCX =
      "application/vnd.openxmlformats-officedocument.wordprocessingml.document; name=\"letter.docx\"";

  @Test
  void theTextOfAPdfStandsBelowTheLetter() throws IOException {
    Letter letter = letter("Please see the attached letter.", PDF, pdf(1, SENTENCE));
    assertThat(letter.text()).endsWith("From the attachment letter.pdf:\n\n" + SENTENCE);
    assertThat(letter.visibleText()).isEqualTo("Please see the attached letter.");
    assertThat(letter.bodyText()).doesNotContain(SENTENCE);
  }

  @Test
  void theTextOfADocxStandsBelowTheLetter() throws IOException {
    String body =
        "<w:p><w:r><w:t>The last bus</w:t><w:tab/><w:t>was cut.</w:t></w:r></w:p>"
            + "<w:p><w:r><w:delText>We are glad.</w:delText><w:t>We are stuck.</w:t></w:r></w:p>";
    Letter letter = letter("See attached", DOCX, docx(document(body)));
    assertThat(letter.text()).contains("The last bus\twas cut.\nWe are stuck.");
    assertThat(letter.text()).doesNotContain("glad");
  }

  @Test
  void itIsMatchedWhereTheLetterOnlyPointsAtIt() throws IOException {
    assertThat(letter("See attached", PDF, pdf(1, SENTENCE)).words()).contains(SENTENCE);
    assertThat(letter("", PDF, pdf(1, SENTENCE)).words()).contains(SENTENCE);
    assertThat(
            letter("The school is closing and I attach a leaflet.", PDF, pdf(1, SENTENCE)).words())
        .doesNotContain(SENTENCE);
  }

  @Test
  void aCallForHelpInItIsHeard() throws IOException {
    Letter letter = letter("See attached", PDF, pdf(1, "I want to end my life"));
    assertThat(letter.textWithoutOurs()).contains("I want to end my life");
  }

  @Test
  void anOctetStreamIsReadByItsNameAndMark() throws IOException {
    String type = "application/octet-stream; name=\"letter.PDF\"";
    assertThat(letter("", type, pdf(1, SENTENCE)).text()).contains(SENTENCE);
    assertThat(letter("", type, SENTENCE.getBytes(StandardCharsets.UTF_8)).text()).isEmpty();
  }

  @Test
  void ofManyPagesTheFirstTwentyAreRead() throws IOException {
    Letter letter = letter("", PDF, pdf(60, "page"));
    assertThat(letter.text().split("page", -1)).hasSize(21);
  }

  @Test
  void aDocxThatUnpacksToMoreThanALetterIsNotRead() throws IOException {
    byte[] bomb = docx(document("<w:p w:x=\"" + "a".repeat(40_000_000) + "\"/>"));
    assertThat(bomb.length).isLessThan(100_000);
    assertThat(letter("", DOCX, bomb).text().isEmpty()).isTrue();
    assertThat(letter("", DOCX, bomb).problems()).anyMatch(p -> p.contains("letter.docx"));
  }

  @Test
  void ofAnEndlessTextTheBeginningIsRead() throws IOException {
    byte[] endless = docx(document("<w:p><w:t>a</w:t></w:p>".repeat(300_000)));
    assertThat(letter("", DOCX, endless).text().length()).isBetween(100_000, 300_000);
  }

  @Test
  void nothingBeforeTheDocumentIsUnpackedForEver() throws IOException {
    byte[] bomb = zip("word/media/a.xml", "a".repeat(40_000_000));
    assertThat(letter("", DOCX, bomb).problems()).anyMatch(p -> p.contains("unpacks to more"));
  }

  @Test
  void noEntityIsExpandedOrFetched() throws IOException {
    String laughs =
        "<!DOCTYPE d [<!ENTITY a \"lol\"><!ENTITY b \"&a;&a;&a;\"><!ENTITY f SYSTEM \"file:///etc/passwd\">]>";
    for (String entity : new String[] {"&b;", "&f;"}) {
      String xml = laughs + document("<w:p><w:t>" + entity + "</w:t></w:p>");
      Letter letter = letter("", DOCX, docx(xml));
      assertThat(letter.text()).doesNotContain("lol").doesNotContain("root:");
    }
  }

  @Test
  void aPdfThatUnpacksToMoreThanALetterIsNotRead() throws IOException {
    byte[] zeros = deflated(new byte[100 * 1024 * 1024]);
    assertNotRead(letter("", PDF, pdfWith("/Filter /FlateDecode", zeros)), "unpacks to more");
  }

  @Test
  void filtersUponFiltersAreNotRead() throws IOException {
    byte[] twice = deflated(deflated(new byte[50 * 1024 * 1024]));
    String chain = "/Filter [ /FlateDecode /FlateDecode ]";
    assertNotRead(letter("", PDF, pdfWith(chain, twice)), "not those of a letter");
    assertNotRead(
        letter("", PDF, pdfWith("/F#69lter [/FlateDecode]", twice)), "not those of a letter");
  }

  @Test
  void formsWithinFormsEnd() throws IOException {
    byte[] endless = laughingForms();
    Letter letter = assertTimeout(Duration.ofSeconds(20), () -> letter("", PDF, endless));
    assertNotRead(letter, "takes longer");
  }

  @Test
  void anEncryptedPdfIsNamed() throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (PDDocument document = document(1, SENTENCE)) {
      document.protect(new StandardProtectionPolicy("o", "", new AccessPermission()));
      document.save(out);
    }
    assertNotRead(letter("", PDF, out.toByteArray()), "encrypted");
  }

  @Test
  void aBrokenFileStopsNobody() throws IOException {
    byte[] whole = pdf(1, SENTENCE);
    for (int length = 5; length < whole.length; length += 97) {
      byte[] cut = java.util.Arrays.copyOf(whole, length);
      assertThat(letter("Hello there, read this.", PDF, cut).visibleText()).contains("Hello");
    }
  }

  private static void assertNotRead(Letter letter, String why) {
    assertThat(letter.text()).isEmpty();
    assertThat(letter.problems()).anyMatch(problem -> problem.contains(why));
  }

  private static Letter letter(String text, String type, byte[] file) {
    String eml =
        """
        From: Ann Lee <ann@example.org>
        To: office@example.com
        Subject: Bus
        Content-Type: multipart/mixed; boundary="b"

        --b
        Content-Type: text/plain

        %s
        --b
        Content-Type: %s
        Content-Disposition: attachment
        Content-Transfer-Encoding: base64

        %s
        --b--
        """
            .formatted(text, type, Base64.getMimeEncoder().encodeToString(file));
    return new LetterReader().read(eml.getBytes(StandardCharsets.UTF_8));
  }

  private static byte[] pdf(int pages, String line) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (PDDocument document = document(pages, line)) {
      document.save(out);
    }
    return out.toByteArray();
  }

  private static PDDocument document(int pages, String line) throws IOException {
    PDDocument document = new PDDocument();
    for (int i = 0; i < pages; i++) {
      PDPage page = new PDPage();
      document.addPage(page);
      try (PDPageContentStream content = new PDPageContentStream(document, page)) {
        content.beginText();
        content.setFont(new PDType1Font(Standard14Fonts.FontName.HELVETICA), 12);
        content.newLineAtOffset(72, 700);
        content.showText(line);
        content.endText();
      }
    }
    return document;
  }

  /// A page whose content is that stream.
  private static byte[] pdfWith(String filter, byte[] content) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    write(
        out,
        "%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n"
            + "2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n"
            + "3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]/Contents 4 0 R>>endobj\n"
            + "4 0 obj<</Length "
            + content.length
            + filter
            + ">>\nstream\n");
    out.write(content);
    write(out, "\nendstream\nendobj\ntrailer<</Root 1 0 R>>\n%%EOF\n");
    return out.toByteArray();
  }

  /// Each form draws the next one ten times, twelve deep.
  private static byte[] laughingForms() throws IOException {
    StringBuilder pdf = new StringBuilder("%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n");
    pdf.append("2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n");
    pdf.append("3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]/Contents 4 0 R");
    pdf.append("/Resources<</XObject<</X 5 0 R>>>>>>endobj\n");
    pdf.append("4 0 obj<</Length 5>>\nstream\n/X Do\nendstream\nendobj\n");
    String ten = "/X Do ".repeat(10);
    for (int n = 5; n < 17; n++) {
      pdf.append(n)
          .append(" 0 obj<</Type/XObject/Subtype/Form/BBox[0 0 9 9]/Resources<</XObject<</X ");
      pdf.append(n + 1).append(" 0 R>>>>/Length ").append(ten.length()).append(">>\nstream\n");
      pdf.append(ten).append("\nendstream\nendobj\n");
    }
    pdf.append(
        "17 0 obj<</Type/XObject/Subtype/Form/BBox[0 0 9 9]/Length 1>>\nstream\nn\nendstream\nendobj\n");
    pdf.append("trailer<</Root 1 0 R>>\n%%EOF\n");
    return pdf.toString().getBytes(StandardCharsets.ISO_8859_1);
  }

  private static void write(ByteArrayOutputStream out, String text) {
    out.writeBytes(text.getBytes(StandardCharsets.ISO_8859_1));
  }

  private static byte[] deflated(byte[] bytes) {
    Deflater deflater = new Deflater(9);
    deflater.setInput(bytes);
    deflater.finish();
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    byte[] buffer = new byte[65_536];
    while (!deflater.finished()) {
      out.write(buffer, 0, deflater.deflate(buffer));
    }
    deflater.end();
    return out.toByteArray();
  }

  private static String document(String body) {
    return "<w:document xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"><w:body>"
        + body
        + "</w:body></w:document>";
  }

  private static byte[] docx(String xml) throws IOException {
    return zip("word/document.xml", xml);
  }

  private static byte[] zip(String name, String text) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(out)) {
      zip.putNextEntry(new ZipEntry(name));
      zip.write(text.getBytes(StandardCharsets.UTF_8));
      zip.closeEntry();
    }
    return out.toByteArray();
  }
}
