package dev.highstreet.drills;

import dev.highstreet.drills.rig.Drill;
import dev.highstreet.drills.rig.DrillServers;
import dev.highstreet.drills.rig.FaultDrill;
import dev.highstreet.drills.rig.ForeignTransaction;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Others use the database, too. */
class DatabaseDrillsIT {
  @RegisterExtension static final DrillServers SERVERS = new DrillServers();

  /** The sink locks tables by name, each by key: days before months. The other begins at months. */
  @FaultDrill
  void rowsAreRightAfterADeadlockWithAForeignTransaction() throws Exception {
    try (Drill drill = Drill.begin("a foreign transaction deadlocks with the sink", SERVERS)) {
      drill.flowing();
      try (ForeignTransaction foreign = ForeignTransaction.begin(SERVERS.postgres())) {
        long before = foreign.deadlocks();
        drill.inject(
            () -> {
              foreign.lock("mart.monthly_sales_by_category");
              foreign.awaitWaiting();
              foreign.lock("mart.daily_sales_by_category"); // returns once the sink was ended
            });
        foreign.awaitDeadlocks(before + 1);
        drill.seeing("the job is " + drill.jobStatus());
      }
      drill.goesOn().ends().provesRight();
    }
  }
}
