package dev.highstreet.drills;

import static org.assertj.core.api.Assertions.assertThat;

import dev.highstreet.drills.rig.Checkpoints;
import dev.highstreet.drills.rig.Drill;
import dev.highstreet.drills.rig.DrillServers;
import dev.highstreet.drills.rig.FaultDrill;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Checkpoints cannot be written. */
class CheckpointDrillsIT {
  private static final int SECONDS = 8;

  @RegisterExtension static final DrillServers SERVERS = new DrillServers();

  @FaultDrill
  void rowsAreRightAfterNoCheckpointCouldBeWrittenForAWhile() throws Exception {
    try (Drill drill = Drill.begin("no checkpoint can be written for 8 s", SERVERS)) {
      drill.flowing();
      Checkpoints checkpoints = Checkpoints.of(SERVERS.flinkDirectory(), drill.jobId());
      drill.inject(
          () -> {
            int last = checkpoints.prevent();
            TimeUnit.SECONDS.sleep(SECONDS); // the fault is how long it takes
            assertThat(checkpoints.newest()).isLessThanOrEqualTo(last);
            assertThat(drill.lastFailure()).as("no room is no reason to restart").isEmpty();
            drill.seeing("the job is " + drill.jobStatus());
            checkpoints.allow();
          });
      drill.goesOn().ends().provesRight();
    }
  }
}
