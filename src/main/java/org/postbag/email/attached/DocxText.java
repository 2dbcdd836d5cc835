package org.postbag.email.attached;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/// The text of a DOCX: the runs of `word/document.xml`, ECMA-376 part 1 §17.3.
final class DocxText {
  private static final String DOCUMENT = "word/document.xml";
  private static final int MOST_ENTRIES = 2_000;
  private static final int MOST_BYTES = 16 * 1024 * 1024;

  private DocxText() {}

  static String of(byte[] docx) throws IOException {
    try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(docx))) {
      BoundedStream bounded = new BoundedStream(zip, MOST_BYTES);
      ZipEntry entry = zip.getNextEntry();
      for (int n = 0; entry != null && n < MOST_ENTRIES; n++) {
        if (entry.getName().equals(DOCUMENT)) {
          return text(bounded);
        }
        // Skipped within the same limit: the entries before the document may be a bomb too.
        bounded.transferTo(java.io.OutputStream.nullOutputStream());
        entry = zip.getNextEntry();
      }
    }
    throw new TooMuchException("no document in it");
  }

  private static String text(BoundedStream xml) throws IOException {
    try {
      return text(factory().createXMLStreamReader(xml));
    } catch (XMLStreamException broken) {
      throw new IOException(broken.getMessage(), broken);
    }
  }

  /// No document type, and so no entity, neither from outside nor one that expands.
  private static XMLInputFactory factory() {
    XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    factory.setXMLResolver((_, _, _, _) -> {
      throw new XMLStreamException("nothing is fetched");
    });
    return factory;
  }

  private static String text(XMLStreamReader xml) throws XMLStreamException {
    StringBuilder text = new StringBuilder();
    boolean inText = false;
    while (xml.hasNext() && text.length() < AttachedText.MOST_CHARACTERS) {
      switch (xml.next()) {
        case XMLStreamConstants.START_ELEMENT -> {
          inText = xml.getLocalName().equals("t");
          text.append(breakAt(xml.getLocalName()));
        }
        case XMLStreamConstants.END_ELEMENT -> {
          inText = false;
          text.append(xml.getLocalName().equals("p") ? "\n" : "");
        }
        case XMLStreamConstants.CHARACTERS -> text.append(inText ? xml.getText() : "");
        default -> {}
      }
    }
    return text.toString().strip();
  }

  private static String breakAt(String element) {
    return switch (element) {
      case "tab" -> "\t";
      case "br", "cr" -> "\n";
      default -> "";
    };
  }
}
