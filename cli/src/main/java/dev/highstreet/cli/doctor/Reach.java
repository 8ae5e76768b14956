package dev.highstreet.cli.doctor;

import dev.highstreet.cli.local.DatabaseLogin;
import dev.highstreet.platform.FlinkRest;
import dev.highstreet.platform.FlinkRestException;
import dev.highstreet.platform.PlatformException;
import dev.highstreet.platform.Topics;
import java.net.URI;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;

/** Looks whether servers answer, and hold what the platform needs. */
final class Reach {
  private static final int OLDEST_POSTGRES = 18;
  private static final String VERSION_AND_TABLES =
      "SELECT current_setting('server_version_num')::integer / 10000, to_regclass('ops.run_counts') IS NOT NULL";

  private Reach() {}

  static Finding kafka(String address) {
    try {
      List<String> missing = Topics.missing(address);
      return missing.isEmpty()
          ? Finding.ok("Kafka", address + " answers, and has all topics")
          : Finding.note(
              "Kafka",
              "%s answers, and lacks the topics %s".formatted(address, missing),
              "nothing to do: up and replay create them");
    } catch (PlatformException e) {
      return Finding.wrong("Kafka", e.getMessage(), "check the address, and that it runs");
    }
  }

  static Finding postgres(DatabaseLogin login) {
    try (Connection connection = login.connections().getConnection();
        Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(VERSION_AND_TABLES)) {
      row.next();
      if (row.getInt(1) < OLDEST_POSTGRES) {
        return Finding.wrong(
            "Postgres",
            "%s is version %d".formatted(login.url(), row.getInt(1)),
            "use PostgreSQL %d: the marts have virtual columns".formatted(OLDEST_POSTGRES));
      }
      return row.getBoolean(2)
          ? Finding.ok("Postgres", "%s answers %s".formatted(login.url(), login.user()))
          : Finding.wrong(
              "Postgres",
              "%s lacks Highstreet's tables".formatted(login.url()),
              "set HIGHSTREET_OWNER_PASSWORD for up or replay to make them");
    } catch (SQLException e) {
      return Finding.wrong(
          "Postgres",
          "%s does not answer %s: %s".formatted(login.url(), login.user(), e.getMessage()),
          "check the address, HIGHSTREET_DB_USER and HIGHSTREET_DB_PASSWORD");
    }
  }

  static Finding flink(URI address) {
    try {
      return Finding.ok(
          "Flink", "%s answers, version %s".formatted(address, FlinkRest.at(address).version()));
    } catch (FlinkRestException e) {
      return Finding.wrong("Flink", e.getMessage(), "check the address, and that it runs");
    }
  }
}
