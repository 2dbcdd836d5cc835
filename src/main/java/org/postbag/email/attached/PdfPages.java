package org.postbag.email.attached;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.contentstream.operator.Operator;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.io.MemoryUsageSetting;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.FontMappers;
import org.apache.pdfbox.rendering.ImageType;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.apache.pdfbox.rendering.PageDrawer;
import org.apache.pdfbox.rendering.PageDrawerParameters;

/// Draws the pages of a PDF, by PDFBox, within limits of pages, pixels, operators and time. Nothing
/// in it runs: scripts, links and forms are not drawn upon.
final class PdfPages {
  static final int MOST_PAGES = 20;

  private static final int LONGEST = 1_400;
  private static final float LARGEST_SCALE = 2;
  private static final int MOST_OPERATORS = 400_000;
  private static final long MOST_SCRATCH = 64L * 1024 * 1024;
  private static final Duration LONGEST_TIME = Duration.ofSeconds(5);

  static {
    FontMappers.set(new OneFont());
  }

  private PdfPages() {}

  static int count(byte[] pdf) throws IOException {
    try (PDDocument document = open(pdf)) {
      return document.getNumberOfPages();
    }
  }

  /// Draws one page, from 0.
  ///
  /// @return empty when there is no such page
  static Optional<AttachedView.Picture> draw(byte[] pdf, int page) throws IOException {
    try (PDDocument document = open(pdf)) {
      if (page >= document.getNumberOfPages()) {
        return Optional.empty();
      }
      PDRectangle box = document.getPage(page).getCropBox();
      Renderer renderer = new Renderer(document);
      BufferedImage image = renderer.renderImage(page, scale(box), ImageType.RGB);
      renderer.requireWithinLimits();
      return Optional.of(PictureReader.encoded(image));
    }
  }

  private static PDDocument open(byte[] pdf) throws IOException {
    PdfStreams.check(pdf);
    return Loader.loadPDF(
        pdf, "", null, null, MemoryUsageSetting.setupMainMemoryOnly(MOST_SCRATCH).streamCache);
  }

  /// @throws TooMuchException for a page so long and thin that nothing could be read in it
  private static float scale(PDRectangle box) throws TooMuchException {
    float longer = Math.max(box.getWidth(), box.getHeight());
    float shorter = Math.min(box.getWidth(), box.getHeight());
    if (!(shorter > 0) || longer / shorter > 100) {
      throw new TooMuchException("its page is no page");
    }
    return Math.min(LONGEST / longer, LARGEST_SCALE);
  }

  /// Stops at limits that no honest page reaches; see [PdfText].
  private static final class Renderer extends PDFRenderer {
    private final long end = System.nanoTime() + LONGEST_TIME.toNanos();
    private int operators;
    private boolean exceeded;

    Renderer(PDDocument document) {
      super(document);
      setSubsamplingAllowed(true);
    }

    @Override
    protected PageDrawer createPageDrawer(PageDrawerParameters parameters) throws IOException {
      return new Drawer(parameters);
    }

    void requireWithinLimits() throws TooMuchException {
      exceeded |= operators > MOST_OPERATORS || System.nanoTime() > end;
      if (exceeded) {
        throw new TooMuchException("it takes longer to draw than a page does");
      }
    }

    private final class Drawer extends PageDrawer {
      Drawer(PageDrawerParameters parameters) throws IOException {
        super(parameters);
      }

      @Override
      protected void processOperator(Operator operator, List<COSBase> operands) throws IOException {
        operators++;
        requireWithinLimits();
        super.processOperator(operator, operands);
      }
    }
  }
}
