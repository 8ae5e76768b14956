package dev.highstreet.drills;

import dev.highstreet.cli.verify.TruthView;
import dev.highstreet.drills.rig.Drill;
import dev.highstreet.drills.rig.DrillSavepoint;
import dev.highstreet.drills.rig.DrillServers;
import dev.highstreet.drills.rig.FaultDrill;
import dev.highstreet.drills.shop.DirtyMonth;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Somebody starts what should have stayed stopped. */
class BackfillDrillsIT {
  private static final LocalDate END_OF_MONTH =
      DirtyMonth.FROM.with(TemporalAdjusters.lastDayOfMonth());

  @RegisterExtension static final DrillServers SERVERS = new DrillServers();

  /** It reads again what the backfill has healed, and knows nothing of the late events in it. */
  @FaultDrill
  void staleJobThatIsRestoredAfterABackfillCannotUndoIt() throws Exception {
    try (Drill drill = Drill.begin("a stale job is restored after a backfill", SERVERS)) {
      DrillSavepoint old = drill.flowing().stopHalfWay();
      drill.resume(old);
      drill.ends();
      drill.backfill(DirtyMonth.FROM, END_OF_MONTH);
      drill.inject(() -> drill.resume(old)).ends().provesRight(TruthView.AS_HEALED);
    }
  }
}
