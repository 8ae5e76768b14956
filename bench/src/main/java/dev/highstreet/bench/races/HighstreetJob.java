package dev.highstreet.bench.races;

import static java.util.Objects.requireNonNull;
import static java.util.stream.Collectors.joining;

import dev.highstreet.platform.FlinkRest;
import dev.highstreet.platform.FlinkRestException;
import dev.highstreet.platform.JarRun;
import dev.highstreet.sql.Roles;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.apache.flink.api.common.JobStatus;

/**
 * Highstreet's own job, bounded, from Kafka into the sales marts, with all that it does beside:
 * screening, repeats, the ledger. Its jar has been handed to the cluster; from there on is
 * measured.
 */
final class HighstreetJob implements Racer {
  /** With what its ways are told from others. */
  static final String NAME = "Highstreet";

  private static final String JOB = "dev.highstreet.jobs.sales.SalesBoundedJob";
  private static final long BETWEEN_LOOKS_MILLIS = 20;

  private final Arena arena;
  private final FlinkRest flink;
  private final String jar;
  private final String runtime;
  private final int parallelism;

  /**
   * Hands the jar to the cluster.
   *
   * @param runtime STREAMING or BATCH
   */
  HighstreetJob(Arena arena, Path jar, String runtime, int parallelism) throws FlinkRestException {
    this.arena = requireNonNull(arena, "arena is null");
    this.flink = FlinkRest.at(arena.flink().rest());
    this.jar = flink.upload(jar);
    this.runtime = requireNonNull(runtime, "runtime is null");
    this.parallelism = parallelism;
  }

  @Override
  public String name() {
    return NAME + ", " + runtime.toLowerCase(Locale.ROOT);
  }

  @Override
  public String schema() {
    return "mart";
  }

  @Override
  public void reset() throws SQLException {
    arena.execute(
        """
        DO $$ DECLARE t text; BEGIN
          FOR t IN SELECT format('%I.%I', schemaname, tablename) FROM pg_tables
                   WHERE schemaname IN ('core', 'mart') AND tablename <> 'sales_measures' LOOP
            EXECUTE 'TRUNCATE ' || t;
          END LOOP;
        END $$""");
  }

  @Override
  public void run() throws Exception {
    String id =
        flink.run(
            jar,
            JarRun.fresh(
                JOB,
                List.of(
                    "--kafka",
                    arena.kafka(),
                    "--database",
                    arena.database(),
                    "--database-user",
                    Roles.WRITER,
                    "--parallelism",
                    Integer.toString(parallelism),
                    "--runtime",
                    runtime,
                    "--marts",
                    SalesMart.all().stream().map(SalesMart::table).collect(joining(",")))));
    JobStatus status = flink.status(id);
    while (!status.isGloballyTerminalState()) {
      Thread.sleep(BETWEEN_LOOKS_MILLIS);
      status = flink.status(id);
    }
    if (status != JobStatus.FINISHED) {
      Optional<String> cause = flink.rootCause(id);
      throw new IllegalStateException(
          "the job ended as %s: %s".formatted(status, cause.orElse("no cause is known")));
    }
  }
}
