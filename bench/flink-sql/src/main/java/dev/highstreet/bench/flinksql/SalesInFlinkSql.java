package dev.highstreet.bench.flinksql;

import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.apache.flink.api.common.RuntimeExecutionMode;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.ExecutionOptions;
import org.apache.flink.table.api.EnvironmentSettings;
import org.apache.flink.table.api.StatementSet;
import org.apache.flink.table.api.TableEnvironment;

/**
 * Waits for a line, STREAMING or BATCH, and brings all orders into all marts; says when it is done,
 * and waits for the next one. The tuning is what Flink's documentation recommends: mini-batches,
 * aggregation in two phases, lookups from a cache; checkpoints as often as Highstreet's.
 */
public final class SalesInFlinkSql {
  private SalesInFlinkSql() {}

  /** KAFKA DATABASE USER SCHEMA PARALLELISM. */
  public static void main(String[] arguments) throws Exception {
    SalesSql sql = new SalesSql(arguments[0], arguments[1], arguments[2], arguments[3]);
    Path checkpoints = Files.createTempDirectory("flink-sql-checkpoints");
    BufferedReader in =
        new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
    for (String line = in.readLine(); line != null; line = in.readLine()) {
      RuntimeExecutionMode mode = RuntimeExecutionMode.valueOf(line.strip());
      run(sql, settings(mode, arguments[4], checkpoints));
      System.out.println("done");
    }
  }

  private static Configuration settings(
      RuntimeExecutionMode mode, String parallelism, Path checkpoints) {
    Configuration settings =
        Configuration.fromMap(
            Map.of(
                "parallelism.default", parallelism,
                "table.local-time-zone", "UTC",
                "taskmanager.memory.network.min", "256m",
                "taskmanager.memory.network.max", "256m",
                "taskmanager.memory.managed.size", "1g",
                "state.backend.type", "hashmap"));
    settings.set(ExecutionOptions.RUNTIME_MODE, mode);
    if (mode == RuntimeExecutionMode.STREAMING) {
      settings.addAll(
          Configuration.fromMap(
              Map.of(
                  "execution.checkpointing.interval", "10s",
                  "execution.checkpointing.dir", checkpoints.toUri().toString(),
                  "table.exec.mini-batch.enabled", "true",
                  "table.exec.mini-batch.allow-latency", "1s",
                  "table.exec.mini-batch.size", "20000",
                  "table.optimizer.agg-phase-strategy", "TWO_PHASE")));
    }
    return settings;
  }

  private static void run(SalesSql sql, Configuration settings) throws Exception {
    TableEnvironment tables =
        TableEnvironment.create(
            EnvironmentSettings.newInstance().withConfiguration(settings).build());
    tables.createTemporarySystemFunction("decode_order", DecodeOrder.class);
    List<String> definitions = sql.definitions();
    for (String definition : definitions) {
      tables.executeSql(definition);
    }
    StatementSet all = tables.createStatementSet();
    sql.inserts().forEach(all::addInsertSql);
    all.execute().await();
  }
}
