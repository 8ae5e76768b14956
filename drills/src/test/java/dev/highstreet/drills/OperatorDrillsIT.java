package dev.highstreet.drills;

import static org.assertj.core.api.Assertions.assertThat;

import dev.highstreet.drills.rig.Drill;
import dev.highstreet.drills.rig.DrillServers;
import dev.highstreet.drills.rig.DrillStream;
import dev.highstreet.drills.rig.FailingOperators;
import dev.highstreet.drills.rig.FailingOperators.Operator;
import dev.highstreet.drills.rig.FaultDrill;
import dev.highstreet.testsupport.Eventually;
import dev.highstreet.testsupport.cluster.FlinkCluster;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** An operator throws. */
@Tag("long-drills")
class OperatorDrillsIT {
  private static final Duration PATIENCE = Duration.ofMinutes(1);
  private static final int SLOTS = 2;
  private static final int RECORD = 3;

  /** At least so many are known: sources, steps and sinks of the sales job. */
  private static final int FEWEST = 20;

  @RegisterExtension static final DrillServers SERVERS = new DrillServers();

  @FaultDrill
  void rowsAreRightAfterEachOperatorOfTheJobHasFailedInTurn(@TempDir Path directory)
      throws Exception {
    FailingOperators operators = FailingOperators.in(directory.resolve("agent"));
    DrillStream stream = DrillStream.of(SERVERS.month());
    try (FlinkCluster flink =
            FlinkCluster.start(directory.resolve("flink"), SLOTS, operators.environment());
        Drill drill = Drill.begin("each operator fails in turn", SERVERS, flink, stream)) {
      List<Operator> all = operators.all();
      assertThat(all).hasSizeGreaterThanOrEqualTo(FEWEST);
      drill.seeing("%d operators, one after the other".formatted(all.size()));
      drill.pace(stream.records().size() / (4L * all.size()));
      for (Operator operator : all) {
        drill.inject(() -> operators.arm(operator, RECORD));
        Eventually.wait(
            PATIENCE,
            "\"%s\" to fail".formatted(operator.name()),
            () -> operators.hasFailed(operator));
        drill.goesOn();
      }
      drill.ends().provesRight();
    }
  }
}
