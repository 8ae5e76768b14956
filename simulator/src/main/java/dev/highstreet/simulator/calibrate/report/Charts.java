package dev.highstreet.simulator.calibrate.report;

import dev.highstreet.simulator.calibrate.score.Measure;
import dev.highstreet.simulator.calibrate.score.Portrait;
import dev.highstreet.simulator.calibrate.score.Sample;
import dev.highstreet.simulator.calibrate.score.Score;
import dev.highstreet.simulator.calibrate.score.Scorecard;
import dev.highstreet.simulator.calibrate.score.Shares;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/** Every chart of the report, from the two portraits that a scorecard keeps. */
final class Charts {
  private static final DateTimeFormatter MONTH =
      DateTimeFormatter.ofPattern("MMM yy", Locale.ENGLISH);
  private static final DateTimeFormatter INITIAL =
      DateTimeFormatter.ofPattern("MMMMM", Locale.ENGLISH);
  private static final int MOST_NAMED_MONTHS = 8;
  private static final int MOST_BARS = 40;
  private static final int SPIKES = 14;
  private static final int LARGEST_SPIKE = 1_000;
  private static final int LORENZ_POINTS = 100;
  private static final double TAIL = 0.002;

  private final Scorecard card;
  private final Portrait real;
  private final Portrait simulated;
  private final LocalDate first;
  private final String currency;

  Charts(Scorecard card, LocalDate first, String currency) {
    this.card = card;
    this.real = card.held();
    this.simulated = card.simulated();
    this.first = first;
    this.currency = currency;
  }

  Curves orderValue() {
    return densities(
        Measure.ORDER_VALUE,
        "What orders come to. A simulator that draws lines, products and quantities each by itself"
            + " fails here first.",
        currency + " an order",
        real.orderValue(),
        simulated.orderValue());
  }

  Curves orderLines() {
    return cumulative(
        Measure.ORDER_LINES,
        "The share of orders with so many lines or fewer.",
        "lines an order",
        real.orderLines(),
        simulated.orderLines());
  }

  Curves orderUnits() {
    return cumulative(
        Measure.ORDER_UNITS,
        "The share of orders with so many units or fewer.",
        "units an order",
        real.orderUnits(),
        simulated.orderUnits());
  }

  Curves price() {
    return densities(
        Measure.LINE_PRICE,
        "What a unit costs, line by line. Shops like certain prices: the peaks are real.",
        currency + " a unit",
        real.linePrice(),
        simulated.linePrice());
  }

  /** The quantities that the real shop sells most often. */
  Bars quantities() {
    Sample here = real.lineQuantity();
    Sample there = simulated.lineQuantity();
    int[] spikes =
        IntStream.rangeClosed(1, LARGEST_SPIKE)
            .boxed()
            .sorted(Comparator.comparingDouble(quantity -> -shareAt(here, quantity)))
            .limit(SPIKES)
            .mapToInt(Integer::intValue)
            .filter(quantity -> shareAt(here, quantity) > 0)
            .sorted()
            .toArray();
    return Plot.bars(
        figure(Measure.LINE_QUANTITY, "The most frequent units of a line: ones, pairs and packs."),
        "units a line",
        Arrays.stream(spikes).mapToObj(Integer::toString).toList(),
        Arrays.stream(spikes).mapToDouble(quantity -> shareAt(here, quantity)).toArray(),
        Arrays.stream(spikes).mapToDouble(quantity -> shareAt(there, quantity)).toArray());
  }

  /** How lines spread over products, the best sellers first. */
  Curves products() {
    double[] here = ranked(real.products());
    double[] there = ranked(simulated.products());
    double least = Math.max(1e-7, here[Math.max(0, sold(here) - 1)]);
    Axis up = Axis.log(100 * least, 100 * Math.max(here[0], there[0]) * 1.2, Plot.BOTTOM, Plot.TOP);
    return Plot.functions(
        figure(
            Measure.PRODUCTS,
            "How much of all lines the best sellers make, by rank; each shop by its own ranks."),
        "rank of the product",
        Axis.log(1, Math.max(2, sold(here)), Plot.LEFT, Plot.RIGHT),
        up,
        Plot.percent(up),
        rank -> 100 * here[Math.min(here.length, (int) Math.round(rank)) - 1],
        rank -> 100 * there[Math.min(there.length, (int) Math.round(rank)) - 1]);
  }

  Curves orders() {
    return cumulative(
        Measure.CUSTOMER_ORDERS,
        "The share of customers who bought so often or less.",
        "orders a customer",
        real.visits().orders(),
        simulated.visits().orders());
  }

  Curves spend() {
    return densities(
        Measure.CUSTOMER_SPEND,
        "What customers spent in the whole period.",
        currency + " a customer",
        real.visits().spend(),
        simulated.visits().spend());
  }

  /** The Lorenz curve of what customers spend. */
  Curves lorenz() {
    double[] here = real.visits().lorenz(LORENZ_POINTS);
    double[] there = simulated.visits().lorenz(LORENZ_POINTS);
    Axis up = Axis.linear(0, 100, Plot.BOTTOM, Plot.TOP);
    return Plot.functions(
        figure(
            Measure.GINI,
            "What share of all spend the customers who spend least make. The deeper the curve"
                + " hangs, the more a few decide."),
        "% of customers, the least spending first",
        Axis.linear(0, LORENZ_POINTS, Plot.LEFT, Plot.RIGHT),
        up,
        Plot.percent(up),
        share -> 100 * between(here, share),
        share -> 100 * between(there, share));
  }

  private static double between(double[] curve, double at) {
    int before = Math.min((int) at, curve.length - 2);
    return curve[before] + (at - before) * (curve[before + 1] - curve[before]);
  }

  Curves gaps() {
    return days(
        Measure.GAPS,
        "Days from one order of a customer to the next, each customer weighing the same.",
        real.visits().gaps(),
        simulated.visits().gaps());
  }

  Curves recency() {
    return days(
        Measure.RECENCY,
        "Days from a customer's last order to the end of the period.",
        real.visits().recency(),
        simulated.visits().recency());
  }

  /** Orders of each month; of a period of many years, of its last months. */
  Bars months() {
    Shares here = real.months();
    Shares there = simulated.months();
    int count = here.places();
    int from = Math.max(0, count - MOST_BARS);
    DateTimeFormatter name = count - from > MOST_NAMED_MONTHS ? INITIAL : MONTH;
    YearMonth month = YearMonth.from(first);
    return Plot.bars(
        figure(Measure.MONTHS, "Orders by month. The first and the last may be cut short."),
        MONTH.format(month.plusMonths(from)) + " to " + MONTH.format(month.plusMonths(count - 1)),
        IntStream.range(from, count).mapToObj(i -> name.format(month.plusMonths(i))).toList(),
        IntStream.range(from, count).mapToDouble(here::of).toArray(),
        IntStream.range(from, count).mapToDouble(there::of).toArray());
  }

  HeatMaps week() {
    Shares here = real.hoursOfWeek();
    Shares there = simulated.hoursOfWeek();
    double[] cells = IntStream.range(0, here.places()).mapToDouble(here::of).toArray();
    double[] others = IntStream.range(0, there.places()).mapToDouble(there::of).toArray();
    double busiest =
        Math.max(Arrays.stream(cells).max().orElse(1), Arrays.stream(others).max().orElse(1));
    return new HeatMaps(
        figure(Measure.HOURS_OF_WEEK, "Orders by hour of the week, local time; both on one scale."),
        HeatMaps.days(cells, busiest),
        HeatMaps.days(others, busiest));
  }

  private Curves densities(Measure measure, String says, String axis, Sample here, Sample there) {
    return Plot.densities(figure(measure, says), axis, logAxis(here), here, there);
  }

  private Curves cumulative(Measure measure, String says, String axis, Sample here, Sample there) {
    return Plot.cumulative(figure(measure, says), axis, logAxis(here), here, there);
  }

  private Curves days(Measure measure, String says, Sample here, Sample there) {
    double longest = here.isEmpty() ? 1 : here.quantile(1 - TAIL);
    Axis across = Axis.linear(0, Math.max(1, longest), Plot.LEFT, Plot.RIGHT);
    return Plot.cumulative(figure(measure, says), "days", across, here, there);
  }

  /** From nearly the least to nearly the greatest; a few in ten thousand stretch it no end. */
  private static Axis logAxis(Sample sample) {
    double least = sample.quantile(TAIL);
    double greatest = sample.quantile(1 - TAIL);
    return Axis.log(least, greatest > least ? greatest : 10 * least, Plot.LEFT, Plot.RIGHT);
  }

  private Figure figure(Measure measure, String says) {
    Score score = card.score(measure);
    String distance =
        score.isTaken()
            ? "%s %s, floor %s"
                .formatted(
                    measure.kind().label(),
                    ScoreRow.figure(score.value()),
                    ScoreRow.figure(score.floor()))
            : "";
    return new Figure(measure.label(), says, distance);
  }

  private static double shareAt(Sample sample, int value) {
    return sample.shareUpTo(value) - sample.shareUpTo(value - 0.5);
  }

  private static double[] ranked(Shares shares) {
    double[] ascending = IntStream.range(0, shares.places()).mapToDouble(shares::of).toArray();
    Arrays.sort(ascending);
    double[] ranked = new double[ascending.length];
    for (int i = 0; i < ranked.length; i++) {
      ranked[i] = ascending[ranked.length - 1 - i];
    }
    return ranked;
  }

  private static int sold(double[] ranked) {
    return (int) Arrays.stream(ranked).filter(share -> share > 0).count();
  }

  /** Those that can be drawn: of days between orders only where somebody came back. */
  List<Curves> ofCustomers() {
    List<Curves> curves = new ArrayList<>(List.of(orders(), spend(), lorenz()));
    if (card.score(Measure.GAPS).isTaken()) {
      curves.add(gaps());
    }
    curves.add(recency());
    return curves;
  }

  List<Curves> ofOrders() {
    return List.of(orderValue(), orderLines(), orderUnits());
  }
}
