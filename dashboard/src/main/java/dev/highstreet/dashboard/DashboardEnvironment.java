package dev.highstreet.dashboard;

import static java.util.Objects.requireNonNull;

import java.net.URI;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.Map;

/** Reads a {@link DashboardConfig} from environment variables, for the container. */
public final class DashboardEnvironment {
  static final String HOST = "HIGHSTREET_DASHBOARD_HOST";
  static final String PORT = "HIGHSTREET_DASHBOARD_PORT";
  static final String DATABASE_URL = "HIGHSTREET_DB_URL";
  static final String DATABASE_USER = "HIGHSTREET_DB_USER";
  static final String DATABASE_PASSWORD = "HIGHSTREET_DB_PASSWORD";
  static final String KAFKA = "HIGHSTREET_KAFKA";
  static final String FLINK = "HIGHSTREET_FLINK";
  static final String TIME_ZONE = "HIGHSTREET_TIME_ZONE";

  private DashboardEnvironment() {}

  /**
   * Reads every variable; an empty one counts as absent.
   *
   * @throws IllegalArgumentException naming the variable, its value and what it must be
   */
  static DashboardConfig read(Map<String, String> environment) {
    requireNonNull(environment, "environment is null");
    return new DashboardConfig(
        text(environment, HOST, "127.0.0.1"),
        port(text(environment, PORT, "8080")),
        text(environment, DATABASE_URL, "jdbc:postgresql://localhost:5432/highstreet"),
        text(environment, DATABASE_USER, "highstreet_reader"),
        environment.getOrDefault(DATABASE_PASSWORD, ""),
        text(environment, KAFKA, "localhost:9092"),
        address(text(environment, FLINK, "http://localhost:8081")),
        zone(text(environment, TIME_ZONE, "Europe/London")),
        AccessEnvironment.read(environment),
        AlertEnvironment.read(environment),
        UploadEnvironment.read(environment));
  }

  private static String text(Map<String, String> environment, String key, String otherwise) {
    String value = environment.getOrDefault(key, "");
    return value.isBlank() ? otherwise : value.strip();
  }

  private static int port(String value) {
    try {
      return Integer.parseInt(value);
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException(
          PORT + " is \"" + value + "\", but must be a number from 0 (any) to 65535", e);
    }
  }

  private static URI address(String value) {
    try {
      return URI.create(value);
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException(
          FLINK + " is \"" + value + "\", but must be an address such as http://localhost:8081", e);
    }
  }

  private static ZoneId zone(String value) {
    try {
      return ZoneId.of(value);
    } catch (DateTimeException e) {
      throw new IllegalArgumentException(
          TIME_ZONE + " is \"" + value + "\", but must be a time zone such as Europe/London", e);
    }
  }
}
