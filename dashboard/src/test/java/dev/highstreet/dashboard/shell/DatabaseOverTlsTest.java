package dev.highstreet.dashboard.shell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.highstreet.testsupport.TlsPostgres;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DatabaseOverTlsTest {
  private static final String ENCRYPTED =
      "SELECT ssl FROM pg_stat_ssl WHERE pid = pg_backend_pid()";

  @TempDir static Path directory;
  private static TlsPostgres postgres;

  @BeforeAll
  static void start() throws Exception {
    postgres = TlsPostgres.start(directory);
  }

  @AfterAll
  static void stop() {
    postgres.close();
  }

  @Test
  void pagesReadOverTlsFromAServerThatProvesWhoItIs() {
    String url =
        postgres.url("127.0.0.1", "sslmode=verify-full&sslrootcert=" + postgres.certificate());

    assertThat(encrypted(url)).isTrue();
  }

  @Test
  void serverThatIsNotWhoItShouldBeIsNotRead() {
    String url =
        postgres.url("localhost", "sslmode=verify-full&sslrootcert=" + postgres.certificate());

    assertThatThrownBy(() -> encrypted(url)).isInstanceOf(Unavailable.class);
  }

  @Test
  void serverThatWantsTlsIsNotReadWithout() {
    assertThatThrownBy(() -> encrypted(postgres.url("127.0.0.1", "sslmode=disable")))
        .isInstanceOf(Unavailable.class);
  }

  private static boolean encrypted(String url) {
    try (Database database = Database.open(url, "highstreet_reader", "")) {
      return database.row(ENCRYPTED, row -> row.getBoolean(1)).orElseThrow();
    }
  }
}
