package org.postbag.email.attached;

import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/// Looks at the compressed streams of a PDF before PDFBox unpacks them into memory: ISO 32000-1
/// §7.4 lets a few kilobytes become gigabytes.
final class PdfStreams {
  private static final int MOST_BYTES = 48 * 1024 * 1024;
  private static final int MOST_STREAMS = 20_000;
  private static final int DICTIONARY = 2_000;

  private static final Pattern STREAM = Pattern.compile("(?<!end)stream(?:\\r\\n|\\n|\\r)");
  private static final Pattern ENCRYPTED = Pattern.compile("/Encrypt\\s");

  /// More than one filter after another, one that is named elsewhere, or one whose name is
  /// disguised (§7.3.5): nobody could say what they unpack to.
  private static final Pattern SEVERAL =
      Pattern.compile(
          "/(?:Filter|F)\\s*\\[\\s*/\\w+\\s*/|/(?:Filter|F)\\s+\\d+\\s+\\d+\\s+R|/F[\\w#]{0,30}#");

  private static final Pattern GROWING =
      Pattern.compile("/(?:LZWDecode|LZW|RunLengthDecode|RL|JBIG2Decode)\\b");

  private PdfStreams() {}

  /// @throws TooMuchException when the streams unpack to more than is read, or cannot be told
  static void check(byte[] pdf) throws TooMuchException {
    String text = new String(pdf, StandardCharsets.ISO_8859_1);
    if (ENCRYPTED.matcher(text).find()) {
      throw new TooMuchException("it is encrypted");
    }
    Matcher stream = STREAM.matcher(text);
    long unpacked = 0;
    for (int n = 0; stream.find(); n++) {
      String dictionary = dictionary(text, stream.start());
      if (n > MOST_STREAMS || SEVERAL.matcher(dictionary).find()) {
        throw new TooMuchException("its streams are not those of a letter");
      }
      unpacked += GROWING.matcher(dictionary).find() ? MOST_BYTES / 4 : 0;
      unpacked += inflated(pdf, stream.end(), MOST_BYTES - unpacked);
      if (unpacked > MOST_BYTES) {
        throw new TooMuchException("it unpacks to more than is read");
      }
    }
  }

  private static String dictionary(String text, int end) {
    String before = text.substring(Math.max(0, end - DICTIONARY), end);
    int object = before.lastIndexOf("obj");
    return object < 0 ? before : before.substring(object);
  }

  /// How many bytes the stream that begins at `from` gives, at most a little more than `room`; 0
  /// when it is not compressed so. RFC 1950.
  private static long inflated(byte[] pdf, int from, long room) {
    Inflater inflater = new Inflater();
    try {
      inflater.setInput(pdf, from, pdf.length - from);
      byte[] buffer = new byte[64 * 1024];
      long size = 0;
      int n = inflater.inflate(buffer);
      while (n > 0 && size <= room) {
        size += n;
        n = inflater.inflate(buffer);
      }
      return size;
    } catch (DataFormatException notCompressed) {
      return inflater.getBytesWritten();
    } finally {
      inflater.end();
    }
  }
}
