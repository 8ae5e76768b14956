package dev.highstreet.dashboard.monitoring;

import static java.util.Objects.requireNonNull;

import dev.highstreet.dashboard.ledger.Balance;
import dev.highstreet.dashboard.ledger.History;
import dev.highstreet.dashboard.ledger.Reading;
import dev.highstreet.dashboard.ledger.SideExits;
import dev.highstreet.dashboard.shell.Format;
import dev.highstreet.dashboard.shell.LineChart;
import dev.highstreet.dashboard.shell.Panel;
import dev.highstreet.dashboard.shell.Problem;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Function;
import java.util.stream.IntStream;

/**
 * How much comes in, how far the job is behind, and what leaves by the side.
 *
 * @param reading the balance now
 * @param history the balance over the last five minutes
 * @param sideExits a minute, over the last hour
 * @param format writes times in the business zone
 */
public record Traffic(
    Panel<Reading> reading, History history, List<SideExits.Minute> sideExits, Format format) {
  private static final List<String> COLOURS = List.of("c1", "c2", "c3", "c4", "c5", "c6");

  public Traffic {
    requireNonNull(reading, "reading is null");
    requireNonNull(history, "history is null");
    sideExits = List.copyOf(sideExits);
    requireNonNull(format, "format is null");
  }

  /** The topics of the job; none where nothing is known of them. */
  public List<Balance.Line> topics() {
    return reading.found().map(read -> read.balance().topics()).orElse(List.of());
  }

  /** Why Kafka gave no end offsets, so that no lag is known. */
  public Optional<Problem> kafkaProblem() {
    return reading.found().map(read -> read.balance().kafkaProblem());
  }

  /** Records not counted yet, over all topics. */
  public OptionalLong lag() {
    return reading
        .found()
        .map(read -> read.balance().total().remainder())
        .orElse(OptionalLong.empty());
  }

  /** How fast a topic grows and is counted; empty until that is known. */
  public Optional<History.Rate> rate(Balance.Line line) {
    return history.rate(line.topic());
  }

  /** The token of a topic's colour. */
  public static String colour(int index) {
    return COLOURS.get(index % COLOURS.size());
  }

  /** A topic's name without what all names begin with. */
  public static String shortName(Balance.Line line) {
    return line.topic().replace("highstreet.", "");
  }

  /** The lag of each topic over the last five minutes. */
  public LineChart lagChart() {
    List<History.Sample> samples = history.samples();
    List<Balance.Line> topics = topics();
    return new LineChart(
        "Records not read yet, a topic, over the last five minutes; now "
            + (lag().isPresent() ? Format.count(lag().getAsLong()) : "not known")
            + " in all",
        samples.stream().map(sample -> format.timeOfDay(sample.at())).toList(),
        IntStream.range(0, topics.size())
            .mapToObj(
                index ->
                    new LineChart.Line(
                        shortName(topics.get(index)),
                        colour(index),
                        samples.stream()
                            .map(sample -> lag(sample, topics.get(index).topic()))
                            .toList()))
            .toList());
  }

  /** What left by the side, a minute, over the last hour. */
  public LineChart sideExitsChart() {
    return new LineChart(
        "Events that left by the side over the last hour: %s repeated, %s late, %s quarantined"
            .formatted(
                Format.count(sum(SideExits.Minute::repeated)),
                Format.count(sum(SideExits.Minute::late)),
                Format.count(sum(SideExits.Minute::quarantined))),
        sideExits.stream().map(minute -> format.timeOfDay(minute.start()).substring(0, 5)).toList(),
        List.of(
            line("repeated", "repeat", SideExits.Minute::repeated),
            line("late", "late-line", SideExits.Minute::late),
            line("quarantined", "wrong", SideExits.Minute::quarantined)));
  }

  private LineChart.Line line(String name, String colour, Function<SideExits.Minute, Long> value) {
    return new LineChart.Line(name, colour, sideExits.stream().map(value).toList());
  }

  private long sum(Function<SideExits.Minute, Long> value) {
    return sideExits.stream().mapToLong(value::apply).sum();
  }

  private static Long lag(History.Sample sample, String topic) {
    OptionalLong lag = sample.line(topic).map(Balance.Line::remainder).orElse(OptionalLong.empty());
    return lag.isPresent() ? (Long) Math.max(0, lag.getAsLong()) : null;
  }
}
