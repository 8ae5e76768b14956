package dev.highstreet.dashboard;

import static java.util.Objects.requireNonNull;

import dev.highstreet.dashboard.access.AccessRules;
import dev.highstreet.dashboard.alerts.WebhookAddress;
import dev.highstreet.dashboard.uploads.UploadPlaces;
import java.net.URI;
import java.time.ZoneId;
import java.util.Optional;

/**
 * Where the dashboard listens and what it reads. Every part but the database may be out of reach:
 * the pages then say so in place.
 *
 * @param host address to bind to, 127.0.0.1 unless others should reach it
 * @param port TCP port; 0 takes any free one
 * @param databaseUrl JDBC URL of the Postgres that holds {@code core}, {@code mart} and {@code ops}
 * @param databaseUser a role that can only read
 * @param databasePassword its password, empty where the server trusts the connection; never shown
 * @param kafka bootstrap servers, HOST:PORT, several separated by commas
 * @param flink REST interface of the Flink cluster, also the address of its web UI
 * @param zone business time zone: decides where a day begins, and how times are shown
 * @param access who may read, and who may change
 * @param alerts where alerts are posted to, if anywhere
 * @param uploads where files of transactions are dropped, if anywhere
 */
public record DashboardConfig(
    String host,
    int port,
    String databaseUrl,
    String databaseUser,
    String databasePassword,
    String kafka,
    URI flink,
    ZoneId zone,
    AccessRules access,
    Optional<WebhookAddress> alerts,
    Optional<UploadPlaces> uploads) {

  private static final int HIGHEST_PORT = 65_535;

  public DashboardConfig {
    requireText(host, "host");
    requireText(databaseUrl, "databaseUrl");
    requireText(databaseUser, "databaseUser");
    requireNonNull(databasePassword, "databasePassword is null");
    requireText(kafka, "kafka");
    requireNonNull(flink, "flink is null");
    requireNonNull(zone, "zone is null");
    requireNonNull(access, "access is null");
    requireNonNull(alerts, "alerts is null");
    requireNonNull(uploads, "uploads is null");
    if (port < 0 || port > HIGHEST_PORT) {
      throw new IllegalArgumentException(
          "port is " + port + ", but must be 0 (any) to " + HIGHEST_PORT);
    }
    if (!databaseUrl.startsWith("jdbc:postgresql:")) {
      throw new IllegalArgumentException(
          "databaseUrl is \"" + databaseUrl + "\", but must start with jdbc:postgresql:");
    }
    if (flink.getScheme() == null || !flink.getScheme().startsWith("http")) {
      throw new IllegalArgumentException(
          "flink is \"" + flink + "\", but must be an http or https address");
    }
  }

  private static void requireText(String value, String name) {
    requireNonNull(value, () -> name + " is null");
    if (value.isBlank()) {
      throw new IllegalArgumentException(name + " is empty");
    }
  }

  /** Shows everything but the password, the tokens and what of the webhook may be one. */
  @Override
  public String toString() {
    return "DashboardConfig[host=%s, port=%d, databaseUrl=%s, databaseUser=%s, databasePassword=***, kafka=%s, flink=%s, zone=%s, access=%s, alerts=%s, uploads=%s]"
        .formatted(
            host, port, databaseUrl, databaseUser, kafka, flink, zone, access, alerts, uploads);
  }
}
