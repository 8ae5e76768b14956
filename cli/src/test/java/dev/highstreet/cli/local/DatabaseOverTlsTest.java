package dev.highstreet.cli.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.highstreet.testsupport.TlsPostgres;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DatabaseOverTlsTest {
  @TempDir Path directory;

  @Test
  void commandsConnectOverTlsToAServerThatProvesWhoItIs() throws Exception {
    try (TlsPostgres postgres = TlsPostgres.start(directory)) {
      String verified = "sslmode=verify-full&sslrootcert=" + postgres.certificate();

      assertThat(encrypted(postgres.url("127.0.0.1", verified))).isTrue();
      assertThatThrownBy(() -> encrypted(postgres.url("localhost", verified)))
          .isInstanceOf(SQLException.class);
    }
  }

  private static boolean encrypted(String url) throws SQLException {
    try (Connection connection = Databases.trusting(url).writer().connections().getConnection();
        Statement statement = connection.createStatement();
        ResultSet row =
            statement.executeQuery("SELECT ssl FROM pg_stat_ssl WHERE pid = pg_backend_pid()")) {
      row.next();
      return row.getBoolean(1);
    }
  }
}
