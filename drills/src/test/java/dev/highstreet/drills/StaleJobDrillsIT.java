package dev.highstreet.drills;

import dev.highstreet.cli.verify.TruthView;
import dev.highstreet.drills.rig.Drill;
import dev.highstreet.drills.rig.DrillSavepoint;
import dev.highstreet.drills.rig.DrillServers;
import dev.highstreet.drills.rig.FaultDrill;
import dev.highstreet.drills.shop.DirtyMonth;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A job knows less than the tables. */
class StaleJobDrillsIT {
  @RegisterExtension static final DrillServers SERVERS = new DrillServers();

  /**
   * It is the newest run, reads what came after its savepoint again, and makes no late event late.
   */
  @FaultDrill
  void aJobRestoredFromAnOldSavepointUndoesNoBackfill() throws Exception {
    try (Drill drill = Drill.begin("a stale job is restored after a backfill", SERVERS)) {
      drill.flowing();
      DrillSavepoint old = drill.stopHalfWay();
      drill.resume(old);
      drill.ends();
      drill.backfill(DirtyMonth.FROM, DirtyMonth.LAST);
      drill.inject(() -> drill.resume(old)).ends().provesRight(TruthView.AS_HEALED);
    }
  }
}
