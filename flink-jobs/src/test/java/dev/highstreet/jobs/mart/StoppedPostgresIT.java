package dev.highstreet.jobs.mart;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.highstreet.platform.EmbeddedPostgresServer;
import dev.highstreet.platform.EmbeddedPostgresServer.Durability;
import dev.highstreet.sql.Roles;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StoppedPostgresIT {
  private static final UpsertOptions BRIEF =
      new UpsertOptions(5_000, 1_000, Duration.ofHours(1), Duration.ofMillis(300));

  @Test
  void sinkGivesUpAndSaysWhichDatabaseIsGone(@TempDir Path data) throws Exception {
    EmbeddedPostgresServer server = EmbeddedPostgresServer.start(data, 0, Durability.THROWAWAY);
    Database database = new Database(server.url(), Roles.WRITER, "");
    UpsertSink<DaySales> sink = new UpsertSink<>(database, 1, Routing.to(DaySales.TABLE), BRIEF);
    try (SinkTask<DaySales> task = SinkTask.of(sink)) {
      task.send(DaySales.of("2011-12-08", 3)).checkpoint();
      server.close();
      task.send(DaySales.of("2011-12-09", 1));
      assertThatThrownBy(task::checkpoint)
          .isInstanceOf(IOException.class)
          .hasMessageContaining("cannot reach the database " + server.url())
          .hasMessageContaining("Check that it runs and that the address is right");
    }
  }
}
