package dev.highstreet.dashboard.shell;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * Counts over time, as lines: what a chart is drawn from, every text that it shows among it.
 *
 * @param sentence the chart in words, for those who do not see it
 * @param times what stands under the values
 * @param lines one or more, each with a value for every time
 */
public record LineChart(String sentence, List<String> times, List<Line> lines) {
  private static final ObjectMapper JSON = new ObjectMapper();

  public LineChart {
    requireNonNull(sentence, "sentence is null");
    times = List.copyOf(times);
    lines = List.copyOf(lines);
    for (Line line : lines) {
      if (line.values().size() != times.size()) {
        throw new IllegalArgumentException(
            "line %s has %d values, but there are %d times"
                .formatted(line.name(), line.values().size(), times.size()));
      }
    }
  }

  /**
   * One line.
   *
   * @param name in the legend
   * @param colour a token of the stylesheet
   * @param values null where nothing is known: the line has a gap there
   */
  public record Line(String name, String colour, List<Long> values) {
    public Line {
      requireNonNull(name, "name is null");
      requireNonNull(colour, "colour is null");
      values = Collections.unmodifiableList(new ArrayList<>(values));
    }
  }

  /** What the chart is drawn from. */
  public String json() {
    ObjectNode root = JSON.createObjectNode();
    ArrayNode labels = root.putArray("times");
    times.forEach(labels::add);
    ArrayNode series = root.putArray("lines");
    List<BigDecimal> all = new ArrayList<>();
    for (Line line : lines) {
      ObjectNode drawn = series.addObject().put("name", line.name()).put("colour", line.colour());
      ArrayNode values = drawn.putArray("values");
      ArrayNode texts = drawn.putArray("texts");
      for (Long value : line.values()) {
        values.add(value);
        texts.add(value == null ? Format.NONE : Format.count(value));
        all.add(value == null ? null : BigDecimal.valueOf(value));
      }
    }
    Axis axis = Axis.around(all);
    root.put("min", axis.min()).put("max", axis.max()).put("step", axis.step());
    ArrayNode ticks = root.putArray("ticks");
    axis.ticks().forEach(tick -> ticks.add(Format.shortCount(tick)));
    return root.toString();
  }
}
