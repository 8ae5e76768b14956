package dev.highstreet.simulator;

import dev.highstreet.simulator.emit.CsvEventSink;
import dev.highstreet.simulator.emit.EmitException;
import dev.highstreet.simulator.emit.EventSink;
import dev.highstreet.simulator.emit.FileEventSink;
import dev.highstreet.simulator.emit.parquet.DuckDb;
import dev.highstreet.simulator.emit.parquet.ParquetEventSink;
import dev.highstreet.simulator.engine.Simulation;
import dev.highstreet.simulator.engine.SimulationOptions;
import dev.highstreet.simulator.live.Broadcast;
import dev.highstreet.simulator.profile.SampleProfile;
import dev.highstreet.simulator.truth.TruthRun;
import dev.highstreet.simulator.truth.TruthWriter;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * A process whose files may not grow beyond some kilobytes, not even root's: to a sink that is what
 * a full disk is, a write that the system refuses half-way. It writes a shop to every kind of file,
 * and prints a line a kind: what the sink said, once for the history and once for its end.
 */
final class SmallFilesOnly {
  static final int LARGEST_BYTES = 20_000;

  private static final ZoneId LONDON = ZoneId.of("Europe/London");
  private static final LocalDate FIRST = LocalDate.of(2025, 3, 3);
  private static final int DAYS = 40;
  private static final int CUSTOMERS = 3_000;

  private SmallFilesOnly() {}

  /** Takes the folder to write to. */
  public static void main(String[] arguments) throws Exception {
    Path folder = Path.of(arguments[0]);
    DuckDb.rows("SELECT 1"); // its library is a large file
    permitSmallFilesOnly();
    Map<String, Function<Path, EventSink>> kinds = new TreeMap<>();
    kinds.put("shop.csv", path -> CsvEventSink.create(path, LONDON));
    kinds.put("shop.csv.gz", path -> CsvEventSink.create(path, LONDON));
    kinds.put("events", FileEventSink::create);
    kinds.put("parquet", ParquetEventSink::create);
    kinds.put("truth", path -> TruthWriter.open(path, new TruthRun(1, "small", FIRST, LONDON)));
    kinds.forEach((name, sink) -> write(name, sink.apply(folder.resolve(name))));
  }

  private static void permitSmallFilesOnly() throws Exception {
    String[] command = {
      "prlimit", "--pid", Long.toString(ProcessHandle.current().pid()), "--fsize=" + LARGEST_BYTES
    };
    int code = new ProcessBuilder(command).inheritIO().start().waitFor();
    if (code != 0) {
      throw new AssertionError("prlimit, which is part of util-linux, ended with " + code);
    }
  }

  private static void write(String name, EventSink sink) {
    Instant from = FIRST.atStartOfDay(LONDON).toInstant();
    Instant until = FIRST.plusDays(DAYS).atStartOfDay(LONDON).toInstant();
    Simulation shop =
        Simulation.of(SampleProfile.small(), SimulationOptions.of(1, FIRST, CUSTOMERS, LONDON));
    tell(
        name,
        "history",
        () -> new Broadcast(shop::advanceTo, from, sink).history(until, reached -> {}));
    tell(name, "end", sink::close);
  }

  private static void tell(String name, String what, Runnable step) {
    String said = "nothing";
    try {
      step.run();
    } catch (EmitException e) {
      said = e.getMessage();
    }
    System.out.println(String.join("\t", name, what, said));
  }
}
