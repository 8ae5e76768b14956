package dev.highstreet.dashboard.shell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class LineChartTest {
  @Test
  void unknownValuesAreGapsAndEveryTextComesWithThem() throws Exception {
    LineChart chart =
        new LineChart(
            "Lag",
            List.of("16:00", "16:01", "16:02"),
            List.of(new LineChart.Line("orders", "c1", Arrays.asList(1_200L, null, 40_000L))));

    JsonNode json = new ObjectMapper().readTree(chart.json());

    assertThat(json.at("/lines/0/values/1").isNull()).isTrue();
    assertThat(json.at("/lines/0/texts").toString())
        .isEqualTo("[\"1\u202f200\",\"–\",\"40\u202f000\"]");
    assertThat(json.path("ticks").toString()).isEqualTo("[\"0\",\"20k\",\"40k\"]");
  }

  @Test
  void lineWithAnotherNumberOfValuesThanTimesIsNamed() {
    List<LineChart.Line> lines = List.of(new LineChart.Line("orders", "c1", List.of(1L)));

    assertThatThrownBy(() -> new LineChart("Lag", List.of(), lines))
        .hasMessage("line orders has 1 values, but there are 0 times");
  }
}
