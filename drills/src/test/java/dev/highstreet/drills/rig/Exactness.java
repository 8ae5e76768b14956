package dev.highstreet.drills.rig;

import static org.assertj.core.api.Assertions.assertThat;

import dev.highstreet.cli.local.Databases;
import dev.highstreet.cli.verify.TableVerdict;
import dev.highstreet.cli.verify.TruthView;
import dev.highstreet.cli.verify.Verdict;
import dev.highstreet.cli.verify.Verification;
import dev.highstreet.sql.CheckResult;
import dev.highstreet.sql.DataChecks;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Compares what a job left behind with what truly happened, row by row. */
final class Exactness {
  /** Marts and core tables; what a run says of itself comes on top. */
  private static final int FEWEST_TABLES = 18;

  private Exactness() {}

  /**
   * No row of any table may differ, and the data tests must hold.
   *
   * @param kafka where all records are
   * @param view which late events count
   * @param leftOut tables that cannot be compared after this drill
   * @return how many rows agree
   */
  static long demand(
      Path truth, String kafka, TruthView view, DrillPostgres postgres, Set<String> leftOut)
      throws SQLException {
    Verdict verdict =
        Verification.of(truth, Databases.trusting(postgres.url()))
            .as(view)
            .asking(Optional.of(kafka))
            .run();
    List<TableVerdict> compared =
        verdict.tables().stream().filter(table -> !leftOut.contains(table.table())).toList();
    assertThat(compared)
        .hasSizeGreaterThanOrEqualTo(FEWEST_TABLES)
        .allSatisfy(table -> assertThat(table.holds()).as("%s", table).isTrue());
    assertThat(verdict.notCompared()).isEmpty();
    assertThat(DataChecks.run(postgres.reader())).allMatch(CheckResult::passed);
    return compared.stream().mapToLong(TableVerdict::equal).sum();
  }
}
