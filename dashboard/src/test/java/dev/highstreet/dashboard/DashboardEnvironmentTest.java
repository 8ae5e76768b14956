package dev.highstreet.dashboard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.highstreet.dashboard.access.AccessRules;
import dev.highstreet.dashboard.alerts.WebhookAddress;
import dev.highstreet.dashboard.uploads.UploadPlaces;
import java.net.URI;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class DashboardEnvironmentTest {
  @Test
  void everyKeyHasADefaultForALocalPlatform() {
    assertThat(DashboardEnvironment.read(Map.of()))
        .isEqualTo(
            new DashboardConfig(
                "127.0.0.1",
                8080,
                "jdbc:postgresql://localhost:5432/highstreet",
                "highstreet_reader",
                "",
                "localhost:9092",
                URI.create("http://localhost:8081"),
                ZoneId.of("Europe/London"),
                AccessRules.readOnly(),
                Optional.empty(),
                Optional.empty()));
  }

  @Test
  void everyKeyIsRead() {
    Map<String, String> environment =
        Map.of(
            "HIGHSTREET_DASHBOARD_HOST", "0.0.0.0",
            "HIGHSTREET_DASHBOARD_PORT", "9000",
            "HIGHSTREET_DB_URL", "jdbc:postgresql://postgres/shop",
            "HIGHSTREET_DB_USER", "reader",
            "HIGHSTREET_DB_PASSWORD", "secret",
            "HIGHSTREET_KAFKA", "kafka:9092",
            "HIGHSTREET_FLINK", "http://jobmanager:8081",
            "HIGHSTREET_TIME_ZONE", "Europe/Dublin",
            "HIGHSTREET_ALERT_WEBHOOK", "https://example.org/hooks/1?key=2",
            "HIGHSTREET_UPLOADS", "/srv/uploads");

    assertThat(DashboardEnvironment.read(environment))
        .isEqualTo(
            new DashboardConfig(
                "0.0.0.0",
                9000,
                "jdbc:postgresql://postgres/shop",
                "reader",
                "secret",
                "kafka:9092",
                URI.create("http://jobmanager:8081"),
                ZoneId.of("Europe/Dublin"),
                AccessRules.readOnly(),
                Optional.of(WebhookAddress.of("https://example.org/hooks/1?key=2")),
                Optional.of(new UploadPlaces(Path.of("/srv/uploads"), Optional.empty()))));
  }

  @Test
  void passwordIsNeverPrinted() {
    DashboardConfig config = DashboardEnvironment.read(Map.of("HIGHSTREET_DB_PASSWORD", "hunter2"));

    assertThat(config.toString()).contains("databasePassword=***").doesNotContain("hunter2");
  }

  @Test
  void webhookIsNeverPrintedBeyondItsHost() {
    DashboardConfig config =
        DashboardEnvironment.read(
            Map.of(
                "HIGHSTREET_ALERT_WEBHOOK", "https://hooks.example.org/T0/B1/hunter2?key=hunter3"));

    assertThat(config.toString())
        .contains("https://hooks.example.org/***")
        .doesNotContain("hunter");
    assertThatThrownBy(() -> read("HIGHSTREET_ALERT_WEBHOOK", "ftp://hunter2@example.org/hunter3"))
        .hasMessageContaining("HIGHSTREET_ALERT_WEBHOOK")
        .hasMessageContaining("must be an http or https address")
        .hasMessageNotContaining("hunter");
  }

  @Test
  void wrongValuesAreNamedWithWhatIsAllowed() {
    assertThatThrownBy(() -> read("HIGHSTREET_DASHBOARD_PORT", "eighty"))
        .hasMessage(
            "HIGHSTREET_DASHBOARD_PORT is \"eighty\", but must be a number from 0 (any) to 65535");
    assertThatThrownBy(() -> read("HIGHSTREET_DASHBOARD_PORT", "70000"))
        .hasMessage("port is 70000, but must be 0 (any) to 65535");
    assertThatThrownBy(() -> read("HIGHSTREET_DB_URL", "postgres://x"))
        .hasMessage("databaseUrl is \"postgres://x\", but must start with jdbc:postgresql:");
    assertThatThrownBy(() -> read("HIGHSTREET_FLINK", "localhost:8081"))
        .hasMessage("flink is \"localhost:8081\", but must be an http or https address");
    assertThatThrownBy(() -> read("HIGHSTREET_TIME_ZONE", "London"))
        .hasMessage(
            "HIGHSTREET_TIME_ZONE is \"London\", but must be a time zone such as Europe/London");
  }

  private static DashboardConfig read(String key, String value) {
    return DashboardEnvironment.read(Map.of(key, value));
  }
}
