package org.postbag.web.desk.figures;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.postbag.upkeep.figures.Event;
import org.postbag.upkeep.figures.EventCounts;

class FiguresCsvTest {
  private static final LocalDate DAY = LocalDate.of(2026, 11, 23);

  private static List<String> lines(String title) {
    EventCounts counts = new EventCounts(Map.of(Event.LETTER, 3L));
    return FiguresCsv.of(Map.of(DAY, Map.of("ferry", counts)), _ -> title).lines().toList();
  }

  @Test
  void aRowHasDayTopicAndNumbers() {
    assertThat(lines("Ferry").getFirst()).startsWith("day,topic,title,letter,drafted,");
    assertThat(lines("Ferry").getLast()).startsWith("2026-11-23,ferry,Ferry,3,0,");
  }

  @ParameterizedTest
  @ValueSource(strings = {"=1+1", "+1", "-1", "@SUM(A1)", "\t=1"})
  void noSpreadsheetTakesATitleForAFormula(String title) {
    assertThat(lines(title).getLast()).contains(",'" + title + ",");
  }

  @Test
  void commasAndQuotesAreQuoted() {
    assertThat(lines("Ferry, \"fast\"").getLast()).contains(",\"Ferry, \"\"fast\"\"\",");
  }
}
