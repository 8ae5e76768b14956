package dev.highstreet.dashboard.sales;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.format.TextStyle;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * When orders come: by weekday and hour, averaged over the days of the period that have begun.
 *
 * @param cells hours with at least one order
 * @param days how many of each weekday the average is over
 */
public record Hours(List<Hour> cells, Map<DayOfWeek, Long> days) {
  private static final ObjectMapper JSON = new ObjectMapper();

  public Hours {
    cells = List.copyOf(cells);
    days = Map.copyOf(days);
  }

  /** Averages over all days of a period. */
  static Hours of(List<Hour> cells, Period begun) {
    Map<DayOfWeek, Long> days = new EnumMap<>(DayOfWeek.class);
    for (LocalDate day = begun.from(); !day.isAfter(begun.to()); day = day.plusDays(1)) {
      days.merge(day.getDayOfWeek(), 1L, Long::sum);
    }
    return new Hours(
        cells.stream().filter(cell -> days.containsKey(DayOfWeek.of(cell.weekday()))).toList(),
        days);
  }

  /** Orders on such an hour, on average over such days, to one decimal. */
  public BigDecimal average(Hour cell) {
    return BigDecimal.valueOf(cell.orders())
        .divide(
            BigDecimal.valueOf(days.get(DayOfWeek.of(cell.weekday()))), 1, RoundingMode.HALF_UP);
  }

  /** {@code Sat 12:00}. */
  public String title(Hour cell) {
    return "%s %02d:00".formatted(weekday(cell.weekday()), cell.hour());
  }

  private static String weekday(int weekday) {
    return DayOfWeek.of(weekday).getDisplayName(TextStyle.SHORT, Locale.ENGLISH);
  }

  /** What the chart is drawn from. */
  public String json() {
    ObjectNode root = JSON.createObjectNode();
    ArrayNode weekdays = root.putArray("weekdays");
    for (int weekday = 1; weekday <= 7; weekday++) {
      weekdays.add(weekday(weekday));
    }
    ArrayNode values = root.putArray("values");
    BigDecimal highest = BigDecimal.ONE;
    for (Hour cell : cells) {
      BigDecimal average = average(cell);
      highest = highest.max(average);
      values.addArray().add(cell.hour()).add(cell.weekday() - 1).add(average).add(title(cell));
    }
    root.put("max", highest);
    return root.toString();
  }

  /** The chart in a sentence, for those who do not see it. */
  public String sentence() {
    return cells.stream()
        .max((a, b) -> average(a).compareTo(average(b)))
        .map(
            busiest ->
                "Orders by weekday and hour; busiest on %s with %s orders on average"
                    .formatted(title(busiest), average(busiest)))
        .orElse("Orders by weekday and hour; there are none");
  }
}
