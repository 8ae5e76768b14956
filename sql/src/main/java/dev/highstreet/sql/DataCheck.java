package dev.highstreet.sql;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/**
 * A data test: a query that returns the rows which contradict a claim.
 *
 * @param name of its file in {@code sql/checks}, without the ending
 * @param claim the file's first line, a comment of one sentence
 * @param query the whole file
 */
record DataCheck(String name, String claim, String query) {
  private static final String COMMENT = "-- ";

  /** Reads the test from this module's resources. */
  static DataCheck named(String name) {
    String file = "checks/" + name + ".sql";
    try (InputStream resource = DataCheck.class.getResourceAsStream(file)) {
      if (resource == null) {
        throw new IllegalArgumentException("there is no data test sql/" + file);
      }
      String query = new String(resource.readAllBytes(), StandardCharsets.UTF_8);
      return new DataCheck(name, claim(file, query), query);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String claim(String file, String query) {
    String first = query.lines().findFirst().orElse("");
    if (!first.startsWith(COMMENT)) {
      throw new IllegalArgumentException(
          "sql/%s begins with \"%s\": its first line is to be a comment that makes the claim"
              .formatted(file, first));
    }
    return first.substring(COMMENT.length());
  }
}
