package dev.highstreet.jobs.sales;

import dev.highstreet.jobs.config.BackfillConfig;
import dev.highstreet.jobs.config.SalesConfig;
import dev.highstreet.jobs.event.Clocks;
import dev.highstreet.jobs.mart.Database;
import dev.highstreet.platform.FlinkRestException;
import dev.highstreet.schemas.Topic;
import dev.highstreet.sql.Roles;
import dev.highstreet.testsupport.DatabaseRows;
import dev.highstreet.testsupport.Eventually;
import dev.highstreet.testsupport.FlinkExtension;
import dev.highstreet.testsupport.KafkaExtension;
import dev.highstreet.testsupport.PostgresExtension;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicReference;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.flink.api.common.RuntimeExecutionMode;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.StateRecoveryOptions;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.streaming.api.graph.StreamNode;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.common.TopicPartition;

/** Runs the jobs on a real Kafka, Postgres and Flink, and reads what they wrote. */
final class SalesRig {
  /** How long a job may take before a test gives up on it. */
  static final Duration PATIENCE = Duration.ofMinutes(2);

  private static final int PARALLELISM = 2;
  private static final Pattern VERTEX = Pattern.compile("\"id\":\"([0-9a-f]{32})\"");

  private final KafkaExtension kafka;
  private final PostgresExtension postgres;
  private final FlinkExtension flink;

  SalesRig(KafkaExtension kafka, PostgresExtension postgres, FlinkExtension flink) {
    this.kafka = kafka;
    this.postgres = postgres;
    this.flink = flink;
  }

  /** Starts the live job; returns its id. */
  String startLive() throws Exception {
    SalesConfig config = config(false, PARALLELISM);
    return startLive(config, RunSettings.streaming(config));
  }

  /** How many instances read in a live job of so many instances of each operator. */
  int readersOfLive(int parallelism) {
    SalesConfig config = config(false, parallelism);
    StreamExecutionEnvironment environment =
        flink.environment(parallelism, RunSettings.streaming(config));
    SalesJob.define(environment, config);
    return environment.getStreamGraph().getStreamNodes().stream()
        .filter(node -> node.getOperatorName().contains("Read events"))
        .mapToInt(StreamNode::getParallelism)
        .max()
        .orElseThrow();
  }

  /** Starts the live job from a savepoint; returns its id. */
  String startLiveFrom(String savepoint) throws Exception {
    SalesConfig config = config(false, PARALLELISM);
    Configuration settings = RunSettings.streaming(config);
    settings.set(StateRecoveryOptions.SAVEPOINT_PATH, savepoint);
    return startLive(config, settings);
  }

  private String startLive(SalesConfig config, Configuration settings) throws Exception {
    StreamExecutionEnvironment environment = flink.environment(config.parallelism(), settings);
    SalesJob.define(environment, config);
    return flink.submit(environment).getJobID().toHexString();
  }

  /** Runs the bounded job to its end. */
  void runBounded(RuntimeExecutionMode runtime) throws Exception {
    SalesConfig config = config(runtime == RuntimeExecutionMode.BATCH, PARALLELISM);
    StreamExecutionEnvironment environment =
        flink.environment(PARALLELISM, SalesBoundedJob.settings(config));
    SalesBoundedJob.define(environment, config);
    flink.run(environment);
  }

  /** Runs a backfill to its end; returns its run. */
  long backfill(String from, String to, RuntimeExecutionMode runtime) throws Exception {
    return backfill(from, to, runtime, Optional.empty());
  }

  /** Runs a backfill, which reads an upload, too, to its end; returns its run. */
  long backfill(String from, String to, RuntimeExecutionMode runtime, Optional<String> upload)
      throws Exception {
    Backfill backfill = defineBackfill(from, to, runtime, upload);
    flink.run(backfill.environment());
    return backfill.runId();
  }

  /** Starts a backfill in BATCH; returns its job. */
  String startBackfill(String from, String to) throws Exception {
    return flink
        .submit(
            defineBackfill(from, to, RuntimeExecutionMode.BATCH, Optional.empty()).environment())
        .getJobID()
        .toHexString();
  }

  /** A backfill that is announced, and not submitted. */
  private record Backfill(StreamExecutionEnvironment environment, long runId) {}

  private Backfill defineBackfill(
      String from, String to, RuntimeExecutionMode runtime, Optional<String> upload) {
    SalesConfig config = config(runtime == RuntimeExecutionMode.BATCH, PARALLELISM);
    StreamExecutionEnvironment environment =
        flink.environment(PARALLELISM, SalesBoundedJob.settings(config));
    long runId =
        SalesBackfillJob.define(
            environment,
            new BackfillConfig(config, LocalDate.parse(from), LocalDate.parse(to), upload));
    return new Backfill(environment, runId);
  }

  /** Cancels a job and waits until it has ended. */
  void cancel(String job, Duration within) throws FlinkRestException {
    flink.rest().cancel(job, within);
  }

  /** Waits until the newest run has accounted for every record in the topics it reads. */
  void awaitAllAccountedFor(String job) throws Exception {
    awaitAccountedFor(job, produced());
  }

  /** Waits until the newest run has accounted for so many records of each topic. */
  void awaitAccountedFor(String job, Map<String, Long> produced) throws Exception {
    Eventually.wait(
        PATIENCE,
        "all records to be accounted for",
        () -> accountedFor().equals(produced),
        () -> "produced %s, accounted for %s. %s".formatted(produced, accountedFor(), cause(job)));
  }

  /** Stops the job with a savepoint, after which all it knows is in Postgres; returns the path. */
  String stop(String job) throws FlinkRestException {
    return flink.rest().stopWithSavepoint(job, PATIENCE);
  }

  /** Why the job was last restarted; empty if it never was. */
  Optional<String> failure(String job) throws FlinkRestException {
    return flink.rest().rootCause(job);
  }

  /** Waits until the job has completed one checkpoint more than now. */
  void awaitCheckpoint(String job) throws Exception {
    long before = checkpoints(job, "completed");
    Eventually.wait(
        PATIENCE, "a checkpoint", () -> checkpoints(job, "completed") > before, () -> cause(job));
  }

  /** Waits until the job has failed, and has been restored from a checkpoint. */
  void awaitRestoredFromCheckpoint(String job) throws Exception {
    Eventually.wait(
        PATIENCE,
        "a restart from a checkpoint",
        () -> checkpoints(job, "restored") > 0,
        () -> cause(job));
  }

  private long checkpoints(String job, String count) throws Exception {
    return number(get("/jobs/%s/checkpoints".formatted(job)), count).orElse(0);
  }

  /** The sum of an operator's counter over its running instances, once the cluster knows it. */
  long counter(String job, String name) throws Exception {
    AtomicReference<OptionalLong> sum = new AtomicReference<>(OptionalLong.empty());
    Eventually.wait(
        PATIENCE,
        "metric " + name,
        () -> {
          sum.set(sum(job, name));
          return sum.get().isPresent();
        },
        () -> cause(job));
    return sum.get().getAsLong();
  }

  private OptionalLong sum(String job, String name) throws Exception {
    Matcher vertex = VERTEX.matcher(get("/jobs/" + job));
    while (vertex.find()) {
      String metrics = "/jobs/%s/vertices/%s/subtasks/metrics".formatted(job, vertex.group(1));
      Matcher metric = Pattern.compile("[^\"]*\\." + name).matcher(get(metrics));
      if (metric.find()) {
        return number(get(metrics + "?agg=sum&get=" + metric.group()), "sum");
      }
    }
    return OptionalLong.empty();
  }

  private String get(String path) throws Exception {
    HttpRequest request = HttpRequest.newBuilder(flink.address().resolve(path)).build();
    return HttpClient.newHttpClient().send(request, BodyHandlers.ofString()).body();
  }

  private static OptionalLong number(String json, String field) {
    Matcher found = Pattern.compile("\"%s\":(\\d+)".formatted(field)).matcher(json);
    return found.find() ? OptionalLong.of(Long.parseLong(found.group(1))) : OptionalLong.empty();
  }

  /** Records written to each topic that the job reads so far, but for the ticks of an empty one. */
  Map<String, Long> produced() throws Exception {
    Map<String, Long> produced = new TreeMap<>();
    try (Admin admin =
        Admin.create(
            Map.of(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, kafka.bootstrapServers()))) {
      for (Topic topic : Topic.SALES) {
        Map<TopicPartition, OffsetSpec> ends = new HashMap<>();
        admin
            .describeTopics(List.of(topic.topicName()))
            .allTopicNames()
            .get()
            .get(topic.topicName())
            .partitions()
            .forEach(
                partition ->
                    ends.put(
                        new TopicPartition(topic.topicName(), partition.partition()),
                        OffsetSpec.latest()));
        long records =
            admin.listOffsets(ends).all().get().values().stream()
                .mapToLong(end -> end.offset())
                .sum();
        if (records > 0) {
          produced.put(topic.topicName(), records);
        }
      }
    }
    return produced;
  }

  /** Records that the newest run has accounted for, by topic. */
  Map<String, Long> accountedFor() {
    Map<String, Long> counted = new TreeMap<>();
    for (String row :
        rows(
            "SELECT topic, sum(events) FROM ops.run_counts WHERE run_id = (SELECT max(run_id) FROM ops.runs) GROUP BY topic")) {
      String[] cells = row.split("\\|", -1);
      counted.put(cells[0], Long.parseLong(cells[1]));
    }
    return counted;
  }

  /** The newest run's events by outcome, ticks left out. */
  Map<String, Long> outcomes() {
    Map<String, Long> counted = new TreeMap<>();
    for (String row :
        rows(
            "SELECT outcome, sum(events + CASE outcome WHEN 'LINE_QUARANTINED' THEN lines ELSE 0 END) FROM ops.run_counts WHERE outcome <> 'TICK' AND run_id = (SELECT max(run_id) FROM ops.runs) GROUP BY outcome")) {
      String[] cells = row.split("\\|", -1);
      counted.put(cells[0], Long.parseLong(cells[1]));
    }
    return counted;
  }

  /** Every row of every mart, without the run that wrote it and when. */
  Map<String, List<String>> marts() throws SQLException {
    return tables("mart.");
  }

  /** Every row of every core table, without the run that wrote it and when. */
  Map<String, List<String>> core() throws SQLException {
    return tables("core.");
  }

  private Map<String, List<String>> tables(String prefix) throws SQLException {
    Map<String, List<String>> tables = new TreeMap<>(DatabaseRows.all(postgres.as(Roles.READER)));
    tables.keySet().removeIf(table -> !table.startsWith(prefix));
    return tables;
  }

  /** The result of a query, a row a string, its cells joined by {@code |}. */
  List<String> rows(String query) {
    try (Connection connection = postgres.as(Roles.READER).getConnection();
        Statement statement = connection.createStatement();
        ResultSet result = statement.executeQuery(query)) {
      List<String> rows = new ArrayList<>();
      int columns = result.getMetaData().getColumnCount();
      while (result.next()) {
        List<String> cells = new ArrayList<>();
        for (int column = 1; column <= columns; column++) {
          cells.add(result.getString(column));
        }
        rows.add(String.join("|", cells));
      }
      return rows;
    } catch (SQLException e) {
      throw new AssertionError(query, e);
    }
  }

  private SalesConfig config(boolean batch, int parallelism) {
    return new SalesConfig(
        kafka.bootstrapServers(),
        new Database(postgres.url(), Roles.WRITER, ""),
        ZoneId.of("Europe/London"),
        new Clocks(Duration.ofDays(2), Duration.ofMinutes(5)),
        parallelism,
        2_000,
        batch);
  }

  private String cause(String job) {
    try {
      return flink.rest().rootCause(job).orElse("");
    } catch (FlinkRestException e) {
      return e.getMessage();
    }
  }
}
