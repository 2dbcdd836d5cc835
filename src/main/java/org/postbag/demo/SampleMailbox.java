package org.postbag.demo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/// The letters under `sample-mailbox/` on the class path, and as many more as are wished for.
public final class SampleMailbox {
  private static final String ROOT = "sample-mailbox/";

  /// Makes the order of arrival and the further letters the same on every machine.
  private static final long SEED = 1840;

  private SampleMailbox() {}

  /// The letters as they stand in the files, ordered by name.
  public static List<SampleLetter> written() {
    try {
      Resource[] files =
          new PathMatchingResourcePatternResolver().getResources("classpath:" + ROOT + "*/*.eml");
      return Arrays.stream(files)
          .map(SampleMailbox::read)
          .sorted(Comparator.comparing(SampleLetter::name))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// `count` letters in the order in which they arrive: the written ones, mixed, and after them
  /// letters made from `parts.txt`. The same count gives the same letters.
  public static List<SampleLetter> letters(int count) {
    List<SampleLetter> letters = new ArrayList<>(written());
    Collections.shuffle(letters, new Random(SEED));
    if (count <= letters.size()) {
      return List.copyOf(letters.subList(0, count));
    }
    SampleWriter writer = new SampleWriter(SampleParts.read(ROOT + "parts.txt"), SEED);
    while (letters.size() < count) {
      letters.add(writer.next());
    }
    return List.copyOf(letters);
  }

  private static SampleLetter read(Resource file) {
    try {
      String path = file.getURL().getPath();
      String name = path.substring(path.lastIndexOf(ROOT) + ROOT.length());
      return SampleLetter.of(name, file.getContentAsByteArray());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
