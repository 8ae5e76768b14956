package dev.highstreet.dashboard.sales;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.highstreet.dashboard.shell.Axis;
import dev.highstreet.dashboard.shell.Format;
import dev.highstreet.dashboard.shell.ScenarioSpan;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Revenue by day or month, beside the period before.
 *
 * @param grain what a bar stands for
 * @param name of the period
 * @param comparison name of the period it is compared with; empty when there is none
 * @param points one a day or month of the period, also where nothing was sold
 * @param marks scenarios that were on in the period, in the order in which they began
 * @param format writes times in the business zone
 */
public record Trend(
    Grain grain,
    String name,
    String comparison,
    List<Point> points,
    List<Mark> marks,
    Format format) {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final int MOST_IN_WORDS = 6;

  public Trend {
    points = List.copyOf(points);
    marks = List.copyOf(marks);
  }

  /**
   * One day or month.
   *
   * @param start its first day
   * @param revenue in pounds; null where nothing was sold or returned
   * @param orders 0 where nothing was sold
   * @param settled whether nothing on time can change it any more
   * @param before revenue at the same place of the period before; null where there is none
   * @param scenarios what was out of the ordinary, by name; empty if nothing was
   */
  public record Point(
      LocalDate start,
      BigDecimal revenue,
      long orders,
      boolean settled,
      BigDecimal before,
      String scenarios) {}

  /**
   * Sets bars beside those of the period before, by their place in the period.
   *
   * @param scenarios that ever were on
   */
  static Trend of(
      Period period,
      Grain grain,
      List<Bar> bars,
      PeriodTotals totals,
      Period before,
      List<Bar> barsBefore,
      List<ScenarioSpan> scenarios,
      Format format) {
    Map<LocalDate, Bar> known = byStart(bars);
    Map<LocalDate, Bar> knownBefore = byStart(barsBefore);
    List<Point> points = new ArrayList<>();
    List<Instant> edges = new ArrayList<>();
    edges.add(format.startOf(period.from()));
    LocalDate startBefore = grain.startOf(before.from());
    for (LocalDate start = grain.startOf(period.from());
        !start.isAfter(period.to());
        start = grain.after(start)) {
      LocalDate end =
          grain.after(start).isAfter(period.to()) ? period.to().plusDays(1) : grain.after(start);
      Instant begins = edges.get(edges.size() - 1);
      Instant ends = format.startOf(end);
      edges.add(ends);
      Bar bar = known.get(start);
      Bar barBefore = startBefore.isAfter(before.to()) ? null : knownBefore.get(startBefore);
      points.add(
          new Point(
              start,
              bar == null ? null : bar.revenue(),
              bar == null ? 0 : bar.orders(),
              totals.furthest().hasPassed(ends),
              barBefore == null ? null : barBefore.revenue(),
              ScenarioSpan.names(scenarios, begins, ends)));
      startBefore = grain.after(startBefore);
    }
    return new Trend(
        grain,
        period.shortTitle(),
        barsBefore.isEmpty() ? "" : before.shortTitle(),
        points,
        scenarios.stream().flatMap(span -> Mark.of(span, edges).stream()).toList(),
        format);
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

  /** The scenarios that it is marked with. */
  public List<ScenarioSpan> scenarios() {
    return marks.stream().map(Mark::span).toList();
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
    ArrayNode scenarios = root.putArray("scenarios");
    for (Point point : points) {
      labels.add(label(point));
      titles.add(title(point));
      values.add(point.revenue());
      texts.add(Format.money(point.revenue()));
      early.add(!point.settled());
      valuesBefore.add(point.before());
      textsBefore.add(Format.money(point.before()));
      scenarios.add(point.scenarios());
    }
    ArrayNode drawn = root.putArray("marks");
    for (Mark mark : marks) {
      drawn
          .addObject()
          .put("name", mark.span().name())
          .put("from", mark.from())
          .put("until", mark.until());
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
    return "Revenue by %s in %s%s%s%s"
        .formatted(
            grain.word(),
            name,
            comparison.isEmpty() ? "" : ", against " + comparison,
            best == null
                ? ""
                : "; most on " + title(best) + " with " + Format.money(best.revenue()),
            marks.isEmpty()
                ? ""
                : "; marked: "
                    + marks.stream()
                        .map(mark -> mark.span().words(format))
                        .limit(MOST_IN_WORDS)
                        .collect(Collectors.joining("; "))
                    + (marks.size() > MOST_IN_WORDS ? " and others, which the table has" : ""));
  }
}
