package org.postbag.email.attached;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Iterator;
import javax.imageio.ImageIO;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.stream.MemoryCacheImageInputStream;

/// Decodes a picture, smaller where it is large, and encodes it again: what comes out has no field,
/// profile or trailing bytes of what came in.
final class PictureReader {
  /// More are not decoded, however small the file: a few kilobytes can say so.
  static final long MOST_PIXELS = 100_000_000;

  /// The longer side of what is shown.
  static final int LONGEST = 1_600;

  private PictureReader() {}

  /// @throws TooMuchException when it is larger than is read
  /// @throws IOException when it is no picture of a kind that is read
  static void requireReadable(byte[] picture) throws IOException {
    ImageReader reader = reader(picture);
    try {
      step(reader);
    } finally {
      reader.dispose();
    }
  }

  static AttachedView.Picture encodedAgain(byte[] picture) throws IOException {
    ImageReader reader = reader(picture);
    try {
      ImageReadParam every = reader.getDefaultReadParam();
      int step = step(reader);
      every.setSourceSubsampling(step, step, 0, 0);
      return encoded(reader.read(0, every));
    } finally {
      reader.dispose();
    }
  }

  private static ImageReader reader(byte[] picture) throws IOException {
    var in = new MemoryCacheImageInputStream(new ByteArrayInputStream(picture));
    Iterator<ImageReader> readers = ImageIO.getImageReaders(in);
    while (readers.hasNext()) {
      ImageReader reader = readers.next();
      if (isRead(reader.getFormatName())) {
        reader.setInput(in, true, true);
        return reader;
      }
    }
    throw new IOException("no picture of a kind that is read");
  }

  private static boolean isRead(String format) {
    return switch (format.toLowerCase(java.util.Locale.ROOT)) {
      case "png", "jpeg", "gif", "bmp" -> true;
      default -> false;
    };
  }

  /// Of so many pixels in a row one is read.
  private static int step(ImageReader reader) throws IOException {
    long width = reader.getWidth(0);
    long height = reader.getHeight(0);
    if (width < 1 || height < 1 || width * height > MOST_PIXELS) {
      throw new TooMuchException("it has more pixels than are read");
    }
    return (int) Math.ceilDiv(Math.max(width, height), LONGEST);
  }

  /// JPEG, as it is the smaller one for photographs; PNG for what is transparent.
  static AttachedView.Picture encoded(BufferedImage image) throws IOException {
    boolean clear = image.getColorModel().hasAlpha();
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ImageIO.write(clear ? image : opaque(image), clear ? "png" : "jpg", out);
    return new AttachedView.Picture(out.toByteArray(), clear ? "image/png" : "image/jpeg");
  }

  private static BufferedImage opaque(BufferedImage image) {
    BufferedImage plain =
        new BufferedImage(image.getWidth(), image.getHeight(), BufferedImage.TYPE_INT_RGB);
    Graphics2D pen = plain.createGraphics();
    pen.drawImage(image, 0, 0, Color.WHITE, null);
    pen.dispose();
    return plain;
  }
}
