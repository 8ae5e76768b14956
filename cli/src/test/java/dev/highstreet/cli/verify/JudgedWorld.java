package dev.highstreet.cli.verify;

import static org.assertj.core.api.Assertions.assertThat;

import dev.highstreet.cli.local.Databases;
import dev.highstreet.sql.Roles;
import dev.highstreet.testsupport.PostgresExtension;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * The truth of a small world, what a job left of it, and the comparison of the two.
 *
 * @param truth the folder that tells what happened
 * @param postgres where the job's rows are
 */
record JudgedWorld(Path truth, PostgresExtension postgres) {
  /** Writes the truth, below a directory; no job has run. */
  static JudgedWorld in(Path directory, PostgresExtension postgres) {
    Path truth = directory.resolve("truth");
    SmallWorld.write(truth);
    return new JudgedWorld(truth, postgres);
  }

  /** What a job left, and what somebody did to it. */
  void left(String then) throws Exception {
    LeftRows.write(truth, TruthView.FINAL, postgres.as(Roles.WRITER));
    run(then);
  }

  /** What a job with a bug left. */
  void planted(String sound, String bug) throws Exception {
    LeftRows.write(
        truth,
        TruthView.FINAL,
        postgres.as(Roles.WRITER),
        script -> {
          assertThat(script).containsOnlyOnce(sound);
          return script.replace(sound, bug);
        });
  }

  /** Runs statements on the rows. */
  void run(String statements) throws SQLException {
    try (Connection connection = postgres.as(Roles.WRITER).getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute(statements);
    }
  }

  Verdict verify() {
    return verify(Optional.empty(), Optional.empty());
  }

  Verdict verify(Optional<LocalDate> from, Optional<LocalDate> to) {
    return Verification.of(truth, Databases.trusting(postgres.url())).between(from, to).run();
  }

  static TableVerdict verdictOn(Verdict verdict, String table) {
    return verdict.tables().stream()
        .filter(one -> one.table().equals(table))
        .findFirst()
        .orElseThrow();
  }

  /** The one difference of a table. */
  static Difference only(Verdict verdict, String table) {
    List<Difference> first = verdictOn(verdict, table).first();
    assertThat(first).hasSize(1);
    return first.get(0);
  }
}
