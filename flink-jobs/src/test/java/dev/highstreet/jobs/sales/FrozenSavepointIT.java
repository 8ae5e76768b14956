package dev.highstreet.jobs.sales;

import static org.assertj.core.api.Assertions.assertThat;

import dev.highstreet.jobs.mart.Database;
import dev.highstreet.jobs.mart.RunRegistry;
import dev.highstreet.jobs.mart.RunStart;
import dev.highstreet.sql.Roles;
import dev.highstreet.testsupport.Eventually;
import dev.highstreet.testsupport.FlinkExtension;
import dev.highstreet.testsupport.KafkaExtension;
import dev.highstreet.testsupport.PostgresExtension;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.flink.api.common.RuntimeExecutionMode;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** A savepoint that an earlier build took is gone on from by this one, and totals stay right. */
class FrozenSavepointIT {
  private static final Path FROZEN =
      Path.of("src", "test", "resources", "dev", "highstreet", "jobs", "sales", "savepoint-0.1");
  private static final String BEFORE = "records-before.txt";
  private static final String AFTER = "records-after.txt";

  @RegisterExtension static final KafkaExtension KAFKA = new KafkaExtension();
  @RegisterExtension static final PostgresExtension POSTGRES = new PostgresExtension();
  @RegisterExtension static final FlinkExtension FLINK = new FlinkExtension();

  @TempDir private Path directory;
  private final WrittenTables tables = new WrittenTables(POSTGRES);
  private final SalesTopics topics = new SalesTopics(KAFKA);
  private final JobWatch watch = new JobWatch(FLINK);
  private SalesRig rig;

  @BeforeEach
  void emptyPlatform() throws Exception {
    KAFKA.emptyTopics();
    POSTGRES.emptyTables();
    rig = new SalesRig(KAFKA, POSTGRES, FLINK);
  }

  @Test
  void stateOfAnEarlierBuildStillLoadsAndTotalsGoOnRightly() throws Exception {
    FrozenRecords.send(FrozenRecords.read(FROZEN.resolve(BEFORE)), KAFKA.bootstrapServers());
    registerARun(); // the savepoint is run 1's: the one that goes on from it is another
    String job = rig.startLiveFrom(savepointCopy());
    FLINK.rest().awaitRunning(job, SalesRig.PATIENCE);
    FrozenRecords.send(FrozenRecords.read(FROZEN.resolve(AFTER)), KAFKA.bootstrapServers());

    awaitWatermark(job, "2011-11-17 23:54:59.999");
    rig.stop(job);

    assertThat(watch.failure(job)).isEmpty();
    assertThat(tables.outcomes())
        .as("what was read before is not read again; orders that waited are let go")
        .isEqualTo(Map.of("ACCEPTED", 7L, "REPEATED", 2L, "BEHIND", 1L));
    assertThat(
            tables.rows(
                "SELECT day, orders, customers, units, gross_sales::numeric(9, 2), cost_of_goods::numeric(9, 2), refunds::numeric(9, 2) FROM mart.daily_sales"))
        .as("open periods go on from their totals; closed ones are not begun anew")
        .containsExactly("2011-11-04|13|5|26|66.30|31.80|2.55");
    assertThat(
            tables.rows(
                "SELECT month, orders, customers, units, gross_sales::numeric(9, 2), cost_of_goods::numeric(9, 2), refunds::numeric(9, 2) FROM mart.monthly_sales"))
        .containsExactly("2011-11-01|21|6|42|107.10|51.00|2.55");
    assertEveryRowIsThatOfABatchRun(tables.marts());
  }

  private void assertEveryRowIsThatOfABatchRun(Map<String, List<String>> marts) throws Exception {
    POSTGRES.emptyTables();
    rig.runBounded(RuntimeExecutionMode.BATCH);
    Map<String, List<String>> whole = tables.marts();
    assertThat(marts).containsOnlyKeys(whole.keySet());
    marts.forEach((mart, rows) -> assertThat(whole.get(mart)).as(mart).containsAll(rows));
  }

  /** Writes what the test above reads; the README beside it says how to run this. */
  @Test
  @EnabledIfSystemProperty(named = "highstreet.freeze", matches = "true")
  void freeze() throws Exception {
    String job = rig.startLive();
    FrozenRecords.send(FrozenShop.before(), KAFKA.bootstrapServers());
    long waiting = 2;
    Eventually.wait(
        SalesRig.PATIENCE,
        "all but the orders that wait to be accounted for",
        () -> sum(tables.accountedFor()) + waiting == sum(topics.produced()));
    awaitWatermark(job, "2011-11-02 07:54:59.999");
    Path taken = Path.of(URI.create(rig.stop(job)));
    Files.createDirectories(FROZEN);
    try (Stream<Path> files = Files.list(taken)) {
      for (Path file : files.toList()) {
        Files.copy(file, FROZEN.resolve(file.getFileName()), StandardCopyOption.REPLACE_EXISTING);
      }
    }
    FrozenRecords.write(FROZEN.resolve(BEFORE), FrozenShop.before());
    FrozenRecords.write(FROZEN.resolve(AFTER), FrozenShop.after());
  }

  private static long sum(Map<String, Long> counts) {
    return counts.values().stream().mapToLong(Long::longValue).sum();
  }

  private void awaitWatermark(String job, String watermark) throws Exception {
    Eventually.wait(
        SalesRig.PATIENCE,
        "the watermark to reach " + watermark,
        () ->
            tables
                .rows(
                    "SELECT 1 FROM ops.runs WHERE run_id = (SELECT max(run_id) FROM ops.runs) AND watermark >= timestamptz '%s+00'"
                        .formatted(watermark))
                .equals(List.of("1")),
        () -> "failed with %s".formatted(failure(job)));
  }

  private String failure(String job) {
    try {
      return watch.failure(job).orElse("nothing");
    } catch (Exception e) {
      return e.getMessage();
    }
  }

  private void registerARun() {
    long unused =
        RunRegistry.begin(
            new Database(POSTGRES.url(), Roles.WRITER, ""),
            new RunStart(
                "sales",
                RunStart.Mode.LIVE,
                RuntimeExecutionMode.STREAMING,
                ZoneId.of("Europe/London"),
                Duration.ofDays(2),
                Duration.ofMinutes(5),
                null,
                null));
  }

  /** Flink must not touch what is committed. */
  private String savepointCopy() throws Exception {
    try (Stream<Path> files = Files.list(FROZEN)) {
      for (Path file : files.toList()) {
        Files.copy(file, directory.resolve(file.getFileName()));
      }
    }
    return directory.toUri().toString();
  }
}
