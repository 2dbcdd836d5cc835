package org.postbag.matching.training;

import java.util.List;
import org.postbag.matching.Example;

/// Letters of the years before Postbag that count like decisions of staff, but are older than all
/// of these: they are used as far as there is room beside them.
public interface EarlierExamples {
  EarlierExamples NONE =
      new EarlierExamples() {
        @Override
        public List<Example> newest(int limit) {
          return List.of();
        }

        @Override
        public long version() {
          return 0;
        }
      };

  /// At most so many, the newest first. They have no numbers: they are no stored letters.
  List<Example> newest(int limit);

  /// Another number whenever other letters count; 0 when none do.
  long version();
}
