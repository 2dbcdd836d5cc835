package org.postbag.email.attached;

import java.io.IOException;
import java.io.StringWriter;
import java.time.Duration;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.contentstream.operator.Operator;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.io.MemoryUsageSetting;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.font.FontMappers;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.pdfbox.text.TextPosition;

/// The text of a PDF, by PDFBox.
final class PdfText {
  private static final int MOST_PAGES = 20;
  private static final int MOST_OPERATORS = 400_000;
  private static final long MOST_SCRATCH = 64L * 1024 * 1024;
  private static final Duration LONGEST = Duration.ofSeconds(5);

  static {
    FontMappers.set(new OneFont());
  }

  private PdfText() {}

  static String of(byte[] pdf) throws IOException {
    PdfStreams.check(pdf);
    try (PDDocument document =
        Loader.loadPDF(
            pdf,
            "",
            null,
            null,
            MemoryUsageSetting.setupMainMemoryOnly(MOST_SCRATCH).streamCache)) {
      StringWriter text = new StringWriter();
      Stripper stripper = new Stripper();
      stripper.writeText(document, text);
      stripper.requireWithinLimits();
      return text.toString().strip();
    }
  }

  /// Stops at limits that no honest letter reaches. Operators are counted because forms within
  /// forms can make a few bytes draw for ever.
  private static final class Stripper extends PDFTextStripper {
    private final long end = System.nanoTime() + LONGEST.toNanos();
    private int operators;
    private int characters;
    private boolean exceeded;

    Stripper() {
      setEndPage(MOST_PAGES);
      setSortByPosition(true);
    }

    @Override
    protected void processOperator(Operator operator, List<COSBase> operands) throws IOException {
      operators++;
      requireWithinLimits();
      super.processOperator(operator, operands);
    }

    /// To be asked at the end too: PDFBox goes on behind a form that could not be drawn.
    void requireWithinLimits() throws TooMuchException {
      exceeded |= operators > MOST_OPERATORS || System.nanoTime() > end;
      if (exceeded) {
        throw new TooMuchException("it takes longer to read than a letter does");
      }
    }

    @Override
    protected void processTextPosition(TextPosition text) {
      characters++;
      if (characters <= AttachedText.MOST_CHARACTERS) {
        super.processTextPosition(text);
      }
    }
  }
}
