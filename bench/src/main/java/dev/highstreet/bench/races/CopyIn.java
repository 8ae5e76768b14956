package dev.highstreet.bench.races;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import org.postgresql.PGConnection;

/** Brings a CSV file into a table, as {@code psql}'s copy does. */
final class CopyIn {
  private CopyIn() {}

  /** A file with a header. */
  static void file(Connection connection, String table, Path file)
      throws SQLException, IOException {
    try (InputStream in = Files.newInputStream(file)) {
      long unused =
          connection
              .unwrap(PGConnection.class)
              .getCopyAPI()
              .copyIn("COPY " + table + " FROM STDIN (FORMAT csv, HEADER)", in, 1 << 20);
    }
  }
}
