package dev.highstreet.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.highstreet.cli.simulate.RunningShop;
import dev.highstreet.cli.simulate.ShopOptions;
import dev.highstreet.simulator.emit.KafkaEventSink;
import dev.highstreet.simulator.emit.fault.FaultRates;
import dev.highstreet.simulator.engine.SimulationOptions;
import dev.highstreet.simulator.profile.ShippedProfile;
import dev.highstreet.sql.Roles;
import dev.highstreet.testsupport.DatabaseRows;
import dev.highstreet.testsupport.Eventually;
import dev.highstreet.testsupport.FlinkExtension;
import dev.highstreet.testsupport.KafkaExtension;
import dev.highstreet.testsupport.PostgresExtension;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/**
 * A live job that goes on from before a backfill: a November in which every seventh event is late.
 */
class StaleLiveJobIT {
  @RegisterExtension static final KafkaExtension KAFKA = new KafkaExtension();
  @RegisterExtension static final PostgresExtension POSTGRES = new PostgresExtension();
  @RegisterExtension static final FlinkExtension FLINK = new FlinkExtension();

  private static final Duration PATIENCE = Duration.ofMinutes(2);
  private static final ZoneId LONDON = ZoneId.of("Europe/London");
  private static final LocalDate FROM = LocalDate.of(2024, 11, 1);
  private static final int DAYS = 30;
  private static final int CUSTOMERS = 2_000;
  private static final Instant HALF_WAY = Instant.parse("2024-11-15T00:00:00Z");
  private static final FaultRates OFTEN_LATE = new FaultRates(0.7, 0.1, 0.2, 0, 0.05, 0, 0, 0, 0);

  /** When November is over for every event on time, and the latest has come. */
  private static final Instant NEW_YEAR = Instant.parse("2025-01-01T00:00:00Z");

  private static final String NEWEST = "SELECT max(run_id) FROM ops.runs WHERE mode = 'LIVE'";

  @TempDir Path directory;

  @Test
  void jobRestoredFromASavepointThatIsOlderThanABackfillDoesNotUndoIt() throws Exception {
    ran("submit", "sales");
    String savepoint = playAndStopHalfWay();
    awaitAllCounted();
    ran("stop", "sales", "--savepoint");
    assertThat(number("SELECT count(*) FROM ops.late_days WHERE day > '2024-11-15'")).isPositive();
    long backfill = ran("backfill", "sales", "--late").at("/runs/0/run").asLong();
    Map<String, List<String>> healed = rows();

    ran("submit", "sales", "--from-savepoint", savepoint);
    awaitAllCounted();
    ran("stop", "sales", "--savepoint");

    assertThat(number(NEWEST)).isGreaterThan(backfill);
    assertThat(rows()).isEqualTo(healed);
    assertThat(
            number(
                "SELECT count(*) FROM mart.daily_sales JOIN ops.backfilled_periods AS sealed ON grain = 'DAY' AND period = day WHERE daily_sales.run_id <> sealed.run_id"))
        .isZero();
    JsonNode verdict = ran("verify", "--truth", "truth");
    assertThat(verdict.path("differences").asLong()).as(verdict.toString()).isZero();
    assertThat(verdict.path("reconciled").asInt()).isEqualTo(23);
  }

  /** Sends the month; returns the savepoint at which the job was stopped, and went on, half way. */
  private String playAndStopHalfWay() throws Exception {
    AtomicReference<String> savepoint = new AtomicReference<>();
    try (RunningShop shop =
        new RunningShop(
            plan(),
            1,
            KafkaEventSink.connect(KAFKA.bootstrapServers()),
            Optional.of(directory.resolve("truth")))) {
      shop.history(
          reached -> {
            if (reached.equals(HALF_WAY)) {
              savepoint.set(stopAndGoOn());
            }
          });
    }
    try (KafkaEventSink clock = KafkaEventSink.connect(KAFKA.bootstrapServers())) {
      clock.tick(NEW_YEAR);
    }
    return savepoint.get();
  }

  private static ShopOptions.Plan plan() {
    return new ShopOptions.Plan(
        ShippedProfile.GIFT_SHOP.load(),
        SimulationOptions.of(1, FROM, CUSTOMERS, LONDON),
        FROM.atStartOfDay(LONDON).toInstant(),
        FROM.plusDays(DAYS).atStartOfDay(LONDON).toInstant(),
        OFTEN_LATE);
  }

  private String stopAndGoOn() {
    try {
      Eventually.wait(
          PATIENCE, "orders to be counted", () -> number("SELECT count(*) FROM core.orders") > 0);
      String savepoint = ran("stop", "sales", "--savepoint").path("savepoint").asText();
      ran("submit", "sales", "--from-savepoint", savepoint);
      return savepoint;
    } catch (Exception e) {
      throw new AssertionError("half way", e);
    }
  }

  /** Waits until the newest run, and those that it went on from, have counted every record. */
  private static void awaitAllCounted() throws Exception {
    long sent = EveryRecord.sent(KAFKA.bootstrapServers());
    String counted = EveryRecord.countedUpTo(number(NEWEST));
    Eventually.wait(
        PATIENCE,
        "%d records to be counted".formatted(sent),
        () -> number(counted) == sent,
        () -> "%d are".formatted(number(counted)));
  }

  /** What a command says on its last line. */
  private JsonNode ran(String... arguments) throws Exception {
    String[] all =
        Stream.concat(
                Arrays.stream(arguments),
                Stream.of(
                    "--json",
                    "--data",
                    "d",
                    "--kafka",
                    KAFKA.bootstrapServers(),
                    "--database",
                    POSTGRES.url(),
                    "--flink",
                    FLINK.address().toString()))
            .toArray(String[]::new);
    try (Launched command = Launched.highstreet(directory, all)) {
      JsonNode said = command.json();
      assertThat(command.exitCode()).as(command.out() + command.err()).isZero();
      return said;
    }
  }

  private static Map<String, List<String>> rows() throws SQLException {
    Map<String, List<String>> rows = new TreeMap<>(DatabaseRows.all(POSTGRES.as(Roles.READER)));
    rows.keySet().removeIf(table -> table.startsWith("ops."));
    return rows;
  }

  private static long number(String query) {
    try (Connection connection = POSTGRES.as(Roles.READER).getConnection();
        Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(query)) {
      return row.next() ? row.getLong(1) : 0;
    } catch (SQLException e) {
      throw new AssertionError(query, e);
    }
  }
}
