package dev.highstreet.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.highstreet.platform.FlinkRest;
import dev.highstreet.platform.JarRun;
import dev.highstreet.platform.Topics;
import dev.highstreet.schemas.Topic;
import dev.highstreet.simulator.emit.EventSink;
import dev.highstreet.simulator.emit.KafkaEventSink;
import dev.highstreet.simulator.replay.Replay;
import dev.highstreet.simulator.replay.ReplayOptions;
import dev.highstreet.simulator.replay.ReplayReport;
import dev.highstreet.sql.Roles;
import dev.highstreet.testsupport.DatabaseRows;
import dev.highstreet.testsupport.Eventually;
import dev.highstreet.testsupport.FlinkExtension;
import dev.highstreet.testsupport.KafkaExtension;
import dev.highstreet.testsupport.PostgresExtension;
import dev.highstreet.testsupport.cluster.FlinkCluster;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The jobs' jar on a cluster that knows nothing but Flink, uploaded as through the web UI. Here,
 * not beside the jobs, as only here is the embedded cluster's class path that of the command line.
 */
@Tag("cluster")
class SalesJobOnClusterIT {
  private static final Path JAR = Path.of("..", "flink-jobs", "target", "highstreet-jobs.jar");
  private static final String LIVE = "dev.highstreet.jobs.sales.SalesJob";
  private static final String BOUNDED = "dev.highstreet.jobs.sales.SalesBoundedJob";
  private static final String BACKFILL = "dev.highstreet.jobs.sales.SalesBackfillJob";
  private static final Path CORNER_SHOP = Path.of("..", "samples", "corner-shop.csv");
  private static final Duration PATIENCE = Duration.ofMinutes(2);
  private static final int SLOTS = 2;

  @RegisterExtension static final KafkaExtension KAFKA = new KafkaExtension();
  @RegisterExtension static final PostgresExtension POSTGRES = new PostgresExtension();
  @RegisterExtension static final FlinkExtension FLINK = new FlinkExtension();

  @TempDir static Path directory;
  private static FlinkCluster cluster;
  private static Map<String, List<String>> embedded;

  @BeforeAll
  static void runOnTheEmbeddedCluster() throws Exception {
    String job = submit(FLINK.rest());
    embedded = rowsAfter(FLINK.rest(), job, replay(() -> {}));
    assertThat(embedded)
        .hasEntrySatisfying("mart.daily_sales", rows -> assertThat(rows).isNotEmpty());
    cluster = FlinkCluster.start(directory, SLOTS, Map.of());
  }

  @AfterAll
  static void stopTheCluster() {
    if (cluster != null) {
      cluster.close();
    }
  }

  @BeforeEach
  void beginAfresh() throws Exception {
    KAFKA.emptyTopics();
    POSTGRES.emptyTables();
  }

  @Test
  void theUploadedJarOffersEveryJob() throws Exception {
    FlinkRest rest = FlinkRest.at(cluster.rest());

    assertThat(rest.entryClasses(rest.upload(JAR))).containsExactly(LIVE, BOUNDED, BACKFILL);
  }

  @Test
  void aClusterOfSeparateProcessesWritesTheRowsOfTheEmbeddedOne() throws Exception {
    FlinkRest rest = FlinkRest.at(cluster.rest());

    String job = submit(rest);

    assertThat(rowsAfter(rest, job, replay(() -> {}))).isEqualTo(embedded);
  }

  @ParameterizedTest
  @CsvSource({"2, 1", "1, 2"})
  void rowsAreTheSameAfterAStopHalfWayAndWithAnotherParallelism(int before, int after)
      throws Exception {
    FlinkRest rest = FlinkRest.at(cluster.rest());
    ran("submit", "sales", "--jar", JAR.toString(), "--parallelism", Integer.toString(before));
    AtomicReference<String> job = new AtomicReference<>();

    long records =
        replay(
            () -> {
              Eventually.wait(PATIENCE, "records to be counted", () -> recordsInLedger() > 0);
              JsonNode stopped = ran("stop", "sales", "--savepoint");
              JsonNode goneOn =
                  ran(
                      "submit",
                      "sales",
                      "--jar",
                      JAR.toString(),
                      "--parallelism",
                      Integer.toString(after),
                      "--from-savepoint",
                      stopped.path("savepoint").asText());
              job.set(goneOn.path("job").asText());
            });

    // the ledgers of both runs together account for every record, once
    Map<String, List<String>> rows = rowsAfter(rest, job.get(), records);
    assertThat(withoutCounts(rows)).isEqualTo(withoutCounts(embedded));
    assertThat(recordsInLedger()).isEqualTo(records);
  }

  private static Map<String, List<String>> withoutCounts(Map<String, List<String>> rows) {
    Map<String, List<String>> others = new TreeMap<>(rows);
    others.remove("ops.run_counts"); // a run each
    return others;
  }

  private static JsonNode ran(String... arguments) throws Exception {
    Ran ran =
        Ran.highstreet(
            Stream.concat(
                    Arrays.stream(arguments),
                    Stream.of(
                        "--json",
                        "--data",
                        directory.resolve("d").toString(),
                        "--kafka",
                        KAFKA.bootstrapServers(),
                        "--database",
                        POSTGRES.url(),
                        "--flink",
                        cluster.rest().toString()))
                .toArray(String[]::new));
    assertThat(ran.exitCode()).as(ran.err()).isZero();
    return new ObjectMapper().readTree(ran.out());
  }

  private static String submit(FlinkRest rest) throws Exception {
    List<String> arguments =
        List.of(
            "--kafka=" + KAFKA.bootstrapServers(),
            "--database=" + POSTGRES.url(),
            "--checkpoint-interval=PT1S");
    return rest.run(rest.upload(JAR), JarRun.fresh(LIVE, arguments));
  }

  /**
   * Replays the corner shop, with something that happens half way; returns how many records are in
   * the topics then.
   */
  private static long replay(HalfWay.Event halfWay) throws Exception {
    Replay replay =
        Replay.open(ReplayOptions.of(CORNER_SHOP, directory.resolve("rejected-rows.csv")));
    try (EventSink kafka = KafkaEventSink.connect(KAFKA.bootstrapServers())) {
      ReplayReport report =
          replay.run(new HalfWay(kafka, replay.events() / 2, halfWay), progress -> {});
      return report.produced().values().stream().mapToLong(Long::longValue).sum()
          + report.ticks() * Topic.SALES.size() * Topics.PARTITIONS;
    }
  }

  /** Waits until the ledger accounts for all records, and stops the job there. */
  private static Map<String, List<String>> rowsAfter(FlinkRest rest, String job, long records)
      throws Exception {
    Eventually.wait(
        PATIENCE,
        "the ledger to account for %d records".formatted(records),
        () -> recordsInLedger() == records);
    rest.stopWithSavepoint(job, PATIENCE);
    return DatabaseRows.all(POSTGRES.as(Roles.READER));
  }

  private static long recordsInLedger() throws SQLException {
    try (Connection connection = POSTGRES.as(Roles.READER).getConnection();
        Statement statement = connection.createStatement();
        ResultSet sum = statement.executeQuery("SELECT sum(events) FROM ops.run_counts")) {
      sum.next();
      return sum.getLong(1);
    }
  }
}
