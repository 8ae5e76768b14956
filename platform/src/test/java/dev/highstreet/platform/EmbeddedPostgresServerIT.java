package dev.highstreet.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.highstreet.platform.EmbeddedPostgresServer.Durability;
import dev.highstreet.sql.Roles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedPostgresServerIT {
  private static final String ONE_DAY =
      "INSERT INTO mart.daily_sales VALUES ('2011-01-01', 1, 1, 3, 30, 0, 30, 18, 0, 0, 0, 1, now())";
  private static final String DAYS = "SELECT count(*) FROM mart.daily_sales";

  @TempDir Path data;

  @Test
  void rowsSurviveARestart() throws SQLException {
    try (EmbeddedPostgresServer server = EmbeddedPostgresServer.start(data, 0)) {
      execute(server, ONE_DAY);
    }
    try (EmbeddedPostgresServer server = EmbeddedPostgresServer.start(data, 0)) {
      assertThat(read(server, DAYS)).isEqualTo("1");
    }
  }

  @Test
  void whatIsKeptIsWrittenToDisk() throws SQLException {
    try (EmbeddedPostgresServer server = EmbeddedPostgresServer.start(data, 0)) {
      assertThat(read(server, "SHOW fsync")).isEqualTo("on");
      assertThat(read(server, "SHOW synchronous_commit")).isEqualTo("on");
    }
  }

  @Test
  void restartKeepsPortAndRows() throws SQLException {
    try (EmbeddedPostgresServer server = throwaway()) {
      execute(server, ONE_DAY);
      int port = server.port();
      server.restart();
      assertThat(server.port()).isEqualTo(port);
      assertThat(read(server, DAYS)).isEqualTo("1");
    }
  }

  @Test
  void serverLeftBehindByAKilledProcessIsStoppedAtTheNextStart() throws Exception {
    EmbeddedPostgresServer killed = throwaway();
    execute(killed, ONE_DAY);
    ProcessHandle orphan = killed.process().orElseThrow();
    // a killed JVM's lock is gone with it; here it goes by taking the locked file away
    Files.delete(data.resolve("epg-lock"));
    try (EmbeddedPostgresServer next = throwaway()) {
      orphan.onExit().get(10, TimeUnit.SECONDS);
      assertThat(next.process().orElseThrow().pid()).isNotEqualTo(orphan.pid());
      assertThat(read(next, DAYS)).isEqualTo("1");
    }
  }

  @Test
  void serverOfALivingProcessIsLeftAlone() throws SQLException {
    try (EmbeddedPostgresServer first = throwaway()) {
      assertThatThrownBy(this::throwaway)
          .isInstanceOf(PlatformException.class)
          .hasMessageContaining(data.toString());
      assertThat(read(first, DAYS)).isEqualTo("0");
    }
  }

  @Test
  void clusterWhoseMakingWasCutShortIsMadeAnew() throws Exception {
    Path cluster = Files.createDirectory(data.resolve("cluster"));
    Files.createFile(data.resolve("cluster.being-made"));
    Files.writeString(cluster.resolve("PG_VERSION"), "18\n");
    Files.createFile(cluster.resolve("postgresql.conf"));
    try (EmbeddedPostgresServer server =
        EmbeddedPostgresServer.start(cluster, 0, Durability.THROWAWAY)) {
      execute(server, ONE_DAY);
    }
    try (EmbeddedPostgresServer server =
        EmbeddedPostgresServer.start(cluster, 0, Durability.THROWAWAY)) {
      assertThat(read(server, DAYS)).isEqualTo("1");
    }
  }

  @Test
  void dataOfAnotherMajorVersionIsRefused() throws IOException {
    Files.writeString(data.resolve("PG_VERSION"), "17\n");
    assertThatThrownBy(this::throwaway)
        .isInstanceOf(PlatformException.class)
        .hasMessageContaining("written by PostgreSQL 17")
        .hasMessageContaining(data.toString());
  }

  private EmbeddedPostgresServer throwaway() {
    return EmbeddedPostgresServer.start(data, 0, Durability.THROWAWAY);
  }

  private static void execute(EmbeddedPostgresServer server, String statement) throws SQLException {
    try (Connection connection = server.as(Roles.WRITER).getConnection()) {
      connection.createStatement().execute(statement);
    }
  }

  private static String read(EmbeddedPostgresServer server, String query) throws SQLException {
    try (Connection connection = server.as(Roles.READER).getConnection();
        ResultSet rows = connection.createStatement().executeQuery(query)) {
      rows.next();
      return rows.getString(1);
    }
  }
}
