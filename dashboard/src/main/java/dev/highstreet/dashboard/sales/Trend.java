package dev.highstreet.dashboard.sales;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.highstreet.dashboard.shell.Axis;
import dev.highstreet.dashboard.shell.Format;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Revenue by day or month, beside the period before.
 *
 * @param grain what a bar stands for
 * @param name of the period
 * @param comparison name of the period it is compared with; empty when there is none
 * @param points one a day or month of the period, also where nothing was sold
 */
public record Trend(Grain grain, String name, String comparison, List<Point> points) {
  private static final ObjectMapper JSON = new ObjectMapper();

  public Trend {
    points = List.copyOf(points);
  }

  /**
   * One day or month.
   *
   * @param start its first day
   * @param revenue in pounds; null where nothing was sold or returned
   * @param orders 0 where nothing was sold
   * @param settled whether nothing on time can change it any more
   * @param before revenue at the same place of the period before; null where there is none
   */
  public record Point(
      LocalDate start, BigDecimal revenue, long orders, boolean settled, BigDecimal before) {}

  /** Sets bars beside those of the period before, by their place in the period. */
  static Trend of(
      Period period,
      Grain grain,
      List<Bar> bars,
      PeriodTotals totals,
      Period before,
      List<Bar> barsBefore,
      Format format) {
    Map<LocalDate, Bar> known = byStart(bars);
    Map<LocalDate, Bar> knownBefore = byStart(barsBefore);
    List<Point> points = new ArrayList<>();
    LocalDate startBefore = grain.startOf(before.from());
    for (LocalDate start = grain.startOf(period.from());
        !start.isAfter(period.to());
        start = grain.after(start)) {
      LocalDate end =
          grain.after(start).isAfter(period.to()) ? period.to().plusDays(1) : grain.after(start);
      Bar bar = known.get(start);
      Bar barBefore = startBefore.isAfter(before.to()) ? null : knownBefore.get(startBefore);
      points.add(
          new Point(
              start,
              bar == null ? null : bar.revenue(),
              bar == null ? 0 : bar.orders(),
              totals.furthest().hasPassed(format.startOf(end)),
              barBefore == null ? null : barBefore.revenue()));
      startBefore = grain.after(startBefore);
    }
    return new Trend(
        grain, period.shortTitle(), barsBefore.isEmpty() ? "" : before.shortTitle(), points);
  }

  private static Map<LocalDate, Bar> byStart(List<Bar> bars) {
    Map<LocalDate, Bar> known = new HashMap<>();
    bars.forEach(bar -> known.put(bar.start(), bar));
    return known;
  }

  /** What the day or month is called in full. */
  public String title(Point point) {
    return grain == Grain.DAY ? Format.day(point.start()) : Format.month(point.start());
  }

  /** What the chart is drawn from: values for the bars, and every text that is shown. */
  public String json() {
    ObjectNode root = JSON.createObjectNode();
    root.put("name", name).put("before", comparison);
    ArrayNode labels = root.putArray("labels");
    ArrayNode titles = root.putArray("titles");
    ArrayNode values = root.putArray("values");
    ArrayNode texts = root.putArray("texts");
    ArrayNode early = root.putArray("early");
    ArrayNode valuesBefore = root.putArray("valuesBefore");
    ArrayNode textsBefore = root.putArray("textsBefore");
    for (Point point : points) {
      labels.add(label(point));
      titles.add(title(point));
      values.add(point.revenue());
      texts.add(Format.money(point.revenue()));
      early.add(!point.settled());
      valuesBefore.add(point.before());
      textsBefore.add(Format.money(point.before()));
    }
    Axis axis =
        Axis.around(
            points.stream()
                .flatMap(point -> Stream.of(orZero(point.revenue()), orZero(point.before())))
                .toList());
    root.put("min", axis.min()).put("max", axis.max()).put("step", axis.step());
    ArrayNode ticks = root.putArray("ticks");
    axis.ticks().forEach(tick -> ticks.add(Format.shortMoney(tick)));
    return root.toString();
  }

  private String label(Point point) {
    if (grain == Grain.MONTH) {
      return points.size() > 12
          ? Format.shortMonth(point.start())
          : Format.monthName(point.start());
    }
    return points.size() > 31
        ? Format.shortDay(point.start())
        : String.valueOf(point.start().getDayOfMonth());
  }

  private static BigDecimal orZero(BigDecimal value) {
    return value == null ? BigDecimal.ZERO : value;
  }

  /** The chart in a sentence, for those who do not see it. */
  public String sentence() {
    Point best =
        points.stream()
            .filter(point -> point.revenue() != null)
            .max((a, b) -> a.revenue().compareTo(b.revenue()))
            .orElse(null);
    return "Revenue by %s in %s%s%s"
        .formatted(
            grain.word(),
            name,
            comparison.isEmpty() ? "" : ", against " + comparison,
            best == null
                ? ""
                : "; most on " + title(best) + " with " + Format.money(best.revenue()));
  }
}
