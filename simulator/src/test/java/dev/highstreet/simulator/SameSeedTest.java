package dev.highstreet.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import dev.highstreet.simulator.emit.CsvEventSink;
import dev.highstreet.simulator.emit.DigestSink;
import dev.highstreet.simulator.emit.EventSink;
import dev.highstreet.simulator.emit.FileEventSink;
import dev.highstreet.simulator.emit.TeeEventSink;
import dev.highstreet.simulator.emit.parquet.ParquetEventSink;
import dev.highstreet.simulator.engine.Simulation;
import dev.highstreet.simulator.engine.SimulationOptions;
import dev.highstreet.simulator.live.Broadcast;
import dev.highstreet.simulator.profile.SampleProfile;
import dev.highstreet.simulator.scenario.ScenarioKind;
import dev.highstreet.simulator.scenario.ScenarioPlan;
import dev.highstreet.simulator.truth.TruthRun;
import dev.highstreet.simulator.truth.TruthWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A seed and a profile decide every byte of every topic and of every file. */
class SameSeedTest {
  private static final ZoneId LONDON = ZoneId.of("Europe/London");
  private static final LocalDate FIRST = LocalDate.of(2025, 3, 24);
  private static final int DAYS = 14; // the clocks go forward in between
  private static final int CUSTOMERS = 60;

  @TempDir Path temp;

  @Test
  void sameSeedGivesTheSameBytesOnOneThreadAndOnTwo() throws Exception {
    Map<String, String> once = run(1, 1, "once");
    assertThat(once)
        .containsKeys(
            "highstreet.orders",
            "events/highstreet.orders.events",
            "parquet/order_lines.parquet",
            "shop.csv.gz",
            "truth/day=2025-03-24/orders.parquet",
            "truth/day=2025-04-05/activity.parquet",
            "truth/_truth.json");
    assertThat(run(1, 1, "again")).isEqualTo(once);
    assertThat(run(1, 2, "on two threads")).isEqualTo(once);
  }

  @Test
  void otherSeedGivesOtherBytes() throws Exception {
    Map<String, String> one = run(1, 1, "one");
    Map<String, String> other = run(2, 1, "other");
    for (String file :
        List.of("highstreet.orders", "shop.csv.gz", "truth/day=2025-03-24/activity.parquet")) {
      assertThat(one.get(file)).isNotEqualTo(other.get(file));
    }
  }

  /** The digests of all topics and files of a run. */
  private Map<String, String> run(long seed, int threads, String name) throws Exception {
    Path folder = temp.resolve(name);
    Instant from = FIRST.atStartOfDay(LONDON).toInstant();
    Simulation shop =
        Simulation.of(
            SampleProfile.small(),
            SimulationOptions.of(seed, FIRST, CUSTOMERS, LONDON)
                .withThreads(threads)
                .withScenarios(List.of(ScenarioPlan.of(ScenarioKind.FLASH_SALE, from))));
    TruthWriter truth =
        TruthWriter.open(folder.resolve("truth"), new TruthRun(seed, "small", FIRST, LONDON));
    shop.onScenario(truth::note);
    DigestSink digests = new DigestSink();
    try (EventSink sinks =
        new TeeEventSink(
            truth,
            digests,
            FileEventSink.create(folder.resolve("events")),
            CsvEventSink.create(folder.resolve("shop.csv.gz"), LONDON),
            ParquetEventSink.create(folder.resolve("parquet")))) {
      new Broadcast(shop::advanceTo, from, sinks)
          .history(FIRST.plusDays(DAYS).atStartOfDay(LONDON).toInstant(), reached -> {});
    }
    Map<String, String> all = new TreeMap<>(digests.sha256());
    all.putAll(files(folder));
    return all;
  }

  private static Map<String, String> files(Path folder)
      throws IOException, NoSuchAlgorithmException {
    Map<String, String> digests = new TreeMap<>();
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        byte[] digest = MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(file));
        digests.put(folder.relativize(file).toString(), HexFormat.of().formatHex(digest));
      }
    }
    return digests;
  }
}
