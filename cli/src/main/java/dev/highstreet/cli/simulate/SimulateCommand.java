package dev.highstreet.cli.simulate;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.highstreet.cli.console.CommandException;
import dev.highstreet.cli.console.StatusLine;
import dev.highstreet.cli.console.Surroundings;
import dev.highstreet.cli.control.ControlServer;
import dev.highstreet.cli.local.DataDirectory;
import dev.highstreet.cli.local.JobOptions;
import dev.highstreet.cli.local.RunningPlatform;
import dev.highstreet.schemas.Topic;
import dev.highstreet.simulator.emit.ConsoleEventSink;
import dev.highstreet.simulator.emit.CsvEventSink;
import dev.highstreet.simulator.emit.EmitException;
import dev.highstreet.simulator.emit.EventSink;
import dev.highstreet.simulator.emit.KafkaEventSink;
import dev.highstreet.simulator.emit.SampleEventSink;
import dev.highstreet.simulator.emit.fault.FaultRates;
import dev.highstreet.simulator.emit.parquet.ParquetEventSink;
import dev.highstreet.simulator.live.ShopClock;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Simulates a shop, and sends its events somewhere. */
@Command(
    name = "simulate",
    description = {
      "Simulates a shop: customers, stock, deliveries, returns and frauds, as events in order of time.",
      "Its history is sent as fast as it goes. With --speed it then lives on, on the shop's clock,"
          + " until Ctrl-C."
    },
    footer = {
      "",
      "csv writes transactions in the columns that calibrate and replay read; returns as invoices that"
          + " start with C.",
      "Exit code: 0 done; 1 the events could not be delivered; 2 used wrongly."
    })
public final class SimulateCommand implements Callable<Integer> {
  private static final int USUAL_CUSTOMERS = 1_000;

  private final Surroundings surroundings;

  @Mixin private ShopOptions shop;

  @Option(
      names = "--to",
      paramLabel = "kafka|csv|parquet|stdout",
      defaultValue = "stdout",
      description = "Where the events go; ${DEFAULT-VALUE}.")
  private Destination to;

  @Option(
      names = "--out",
      paramLabel = "PATH",
      description = "With csv: the file, gzipped if its name ends in .gz. With parquet: a folder.")
  private Path out;

  @Option(
      names = "--sample",
      paramLabel = "N",
      description = "With stdout: only the first N events of each topic.")
  private Integer sample;

  @Option(
      names = "--speed",
      paramLabel = "N",
      description =
          "Live after the history: seconds of the shop's clock in each of ours, up to 100,000.")
  private Double speed;

  @Option(
      names = "--truth",
      paramLabel = "DIR",
      description = "Write down what truly happens, as Parquet, a folder a day; begun afresh.")
  private Path truth;

  @Option(
      names = "--kafka",
      paramLabel = "HOST:PORT",
      description =
          "With kafka: which; else HIGHSTREET_KAFKA, else that of the platform on --data.")
  private String kafka;

  @Option(
      names = "--data",
      paramLabel = "DIR",
      defaultValue = ".highstreet",
      description = "Where a platform that runs here keeps its data; ${DEFAULT-VALUE}.")
  private Path data;

  @Option(
      names = "--time-zone",
      paramLabel = "ZONE",
      defaultValue = "Europe/London",
      converter = JobOptions.Zone.class,
      description = "The shop's time zone; ${DEFAULT-VALUE}.")
  private ZoneId zone;

  @Option(names = "--json", description = "Sum up in one line for machines.")
  private boolean json;

  /** A command in its surroundings. */
  public SimulateCommand(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  @Override
  public Integer call() {
    validate();
    ShopOptions.Plan plan = shop.plan(zone, USUAL_CUSTOMERS);
    if (isFile() && !plan.faults().equals(FaultRates.none())) {
      throw CommandException.usedWrongly(
          "--faults befall events on their way, and a file is written where they happen: leave them out, or send --to kafka or stdout");
    }
    long began = System.nanoTime();
    try {
      Counted counted = new Counted(target());
      try (RunningShop running =
          new RunningShop(plan, speed == null ? 1 : speed, counted, Optional.ofNullable(truth))) {
        StatusLine status = new StatusLine(surroundings);
        running.history(
            reached -> status.show("Simulated up to " + reached.atZone(zone).toLocalDate()));
        status.end();
        if (speed != null) {
          live(running);
        }
      }
      sumUp(counted, Duration.ofNanos(System.nanoTime() - began));
      return 0;
    } catch (EmitException e) {
      throw CommandException.answerIsNo(e.getMessage(), e);
    } catch (IllegalArgumentException e) {
      throw CommandException.usedWrongly(e.getMessage(), e);
    }
  }

  private void live(RunningShop running) {
    ControlServer control = ControlServer.open(running.control(), DataDirectory.at(data).control());
    try {
      surroundings.err().println("The shop is live; Ctrl-C ends it.");
      running.live();
    } finally {
      control.close();
    }
  }

  private void validate() {
    if (speed != null) {
      try {
        double unused = ShopClock.checked(speed);
      } catch (IllegalArgumentException e) {
        throw CommandException.usedWrongly("--speed: " + e.getMessage(), e);
      }
      if (isFile()) {
        throw CommandException.usedWrongly(
            "--speed lets the shop live on, but a file has to end: leave it out, or send --to kafka or stdout");
      }
    }
    if (isFile() && out == null) {
      throw CommandException.usedWrongly(
          "--to %s needs --out PATH".formatted(to.name().toLowerCase(Locale.ROOT)));
    }
    if (!isFile() && out != null) {
      throw CommandException.usedWrongly("--out goes with --to csv or parquet");
    }
    if (sample != null && to != Destination.STDOUT) {
      throw CommandException.usedWrongly("--sample goes with --to stdout");
    }
    if (sample != null && sample < 1) {
      throw CommandException.usedWrongly("--sample is %d; it must be 1 or more".formatted(sample));
    }
  }

  private boolean isFile() {
    return to == Destination.CSV || to == Destination.PARQUET;
  }

  private EventSink target() {
    return switch (to) {
      case KAFKA -> KafkaEventSink.connect(bootstrapServers());
      case CSV -> CsvEventSink.create(out, zone);
      case PARQUET -> ParquetEventSink.create(out);
      case STDOUT -> {
        EventSink lines = new ConsoleEventSink(surroundings.out(), zone);
        yield sample == null ? lines : new SampleEventSink(lines, sample);
      }
    };
  }

  private String bootstrapServers() {
    return Optional.ofNullable(kafka)
        .or(() -> surroundings.variable("HIGHSTREET_KAFKA"))
        .or(
            () ->
                DataDirectory.at(data)
                    .running()
                    .map(RunningPlatform::addresses)
                    .map(addresses -> addresses.kafka()))
        .orElseThrow(
            () ->
                CommandException.usedWrongly(
                    "there is no Kafka to send to: start a platform with ./highstreet up, or name one with --kafka"));
  }

  private void sumUp(Counted counted, Duration took) {
    long all = counted.records().values().stream().mapToLong(Long::longValue).sum();
    if (json) {
      ObjectNode line = new ObjectMapper().createObjectNode().put("events", all);
      ObjectNode topics = line.putObject("topics");
      for (Map.Entry<Topic, Long> topic : counted.records().entrySet()) {
        topics.put(topic.getKey().topicName(), topic.getValue());
      }
      line.put("seconds", took.toMillis() / 1000.0);
      (to == Destination.STDOUT ? surroundings.err() : surroundings.out()).println(line);
    } else {
      surroundings
          .err()
          .printf(
              Locale.ROOT,
              "%,d events in %.1f s: %s%n",
              all,
              took.toMillis() / 1000.0,
              counted.records().entrySet().stream()
                  .map(
                      topic ->
                          String.format(
                              Locale.ROOT, "%s %,d", name(topic.getKey()), topic.getValue()))
                  .collect(Collectors.joining(" · ")));
    }
  }

  private static String name(Topic topic) {
    return topic.name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }
}
