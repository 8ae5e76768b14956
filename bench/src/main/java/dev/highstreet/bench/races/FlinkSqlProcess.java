package dev.highstreet.bench.races;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;

/** The process in which Flink SQL runs: its planner's Scala is another than Kafka's. */
final class FlinkSqlProcess implements AutoCloseable {
  private final Process process;
  private final Writer asked;
  private final BufferedReader told;

  /**
   * Starts it.
   *
   * @param built the target folder of bench/flink-sql
   * @param arguments of SalesInFlinkSql
   */
  FlinkSqlProcess(Path built, String... arguments) throws IOException {
    ProcessBuilder builder =
        new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-XX:MaxRAMPercentage=30",
            "-XX:+UseParallelGC",
            "-Duser.timezone=UTC",
            "--add-opens=java.base/java.util=ALL-UNNAMED",
            "--add-opens=java.base/java.lang=ALL-UNNAMED",
            "-cp",
            built.resolve("highstreet-bench-flink-sql.jar")
                + File.pathSeparator
                + built.resolve("lib").resolve("*"),
            "dev.highstreet.bench.flinksql.SalesInFlinkSql");
    builder.command().addAll(List.of(arguments));
    process = builder.redirectError(ProcessBuilder.Redirect.INHERIT).start();
    asked = new OutputStreamWriter(process.getOutputStream(), StandardCharsets.UTF_8);
    told =
        new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
  }

  /**
   * Runs the job once.
   *
   * @param runtime STREAMING or BATCH
   * @throws IllegalStateException if it did not get to its end; why is on standard error
   */
  void run(String runtime) throws IOException {
    asked.write(runtime + "\n");
    asked.flush();
    String answer = told.readLine();
    if (!"done".equals(answer)) {
      throw new IllegalStateException("the Flink SQL job said '%s'".formatted(answer));
    }
  }

  @Override
  public void close() {
    process.destroy();
  }
}
