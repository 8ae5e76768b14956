package dev.highstreet.cli.replay;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** What every mart must hold after a file, by another engine, from the file alone. */
final class AnswerKey {
  private static final Path CATEGORIES =
      Path.of("..", "simulator", "src", "main", "resources", "dev", "highstreet", "simulator")
          .resolve(Path.of("transactions", "categories.txt"));

  private AnswerKey() {}

  static Map<String, List<String>> of(Path file) throws SQLException, IOException {
    try (Connection duckdb = DriverManager.getConnection("jdbc:duckdb:");
        InputStream script = AnswerKey.class.getResourceAsStream("answer-key.sql");
        Statement statement = duckdb.createStatement()) {
      statement.execute(
          new String(script.readAllBytes(), StandardCharsets.UTF_8)
              .replace("${FILE}", file.toString())
              .replace("${CATEGORIES}", CATEGORIES.toString()));
      return read(duckdb, Mart::expected);
    }
  }

  /** Every mart's lines, sorted. */
  static Map<String, List<String>> read(Connection connection, Function<Mart, String> query)
      throws SQLException {
    Map<String, List<String>> marts = new HashMap<>();
    try (Statement statement = connection.createStatement()) {
      for (Mart mart : Mart.ALL) {
        List<String> lines = new ArrayList<>();
        try (ResultSet row = statement.executeQuery(query.apply(mart))) {
          while (row.next()) {
            lines.add(row.getString(1));
          }
        }
        Collections.sort(lines);
        marts.put(mart.name(), lines);
      }
    }
    return marts;
  }
}
