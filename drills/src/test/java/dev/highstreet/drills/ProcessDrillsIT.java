package dev.highstreet.drills;

import dev.highstreet.drills.rig.Checkpoints;
import dev.highstreet.drills.rig.Drill;
import dev.highstreet.drills.rig.DrillServers;
import dev.highstreet.drills.rig.FaultDrill;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A process dies, and another takes its place. */
class ProcessDrillsIT {
  @RegisterExtension static final DrillServers SERVERS = new DrillServers();

  @FaultDrill
  void rowsAreRightAfterATaskManagerWasKilled() throws Exception {
    try (Drill drill = Drill.begin("a TaskManager is killed", SERVERS)) {
      drill.flowing();
      Checkpoints.of(SERVERS.flinkDirectory(), drill.jobId()).awaitNext();
      drill
          .inject(
              () -> {
                SERVERS.flink().killTaskManager();
                SERVERS.flink().startTaskManager();
              })
          .goesOn()
          .ends()
          .provesRight();
    }
  }

  /** Without ZooKeeper or Kubernetes Flink has no high availability: whoever runs it resubmits. */
  @FaultDrill
  void rowsAreRightAfterTheJobManagerWasKilledAndTheJobSubmittedFromItsNewestCheckpoint()
      throws Exception {
    try (Drill drill = Drill.begin("the JobManager is killed", SERVERS)) {
      drill.flowing();
      Checkpoints checkpoints = Checkpoints.of(SERVERS.flinkDirectory(), drill.jobId());
      checkpoints.awaitNext();
      drill
          .inject(
              () -> {
                SERVERS.flink().killJobManager();
                SERVERS.flink().startJobManager();
                drill.resubmit(checkpoints.newestPath());
              })
          .goesOn()
          .ends()
          .provesRight();
    }
  }

  @FaultDrill
  void rowsAreRightAfterKafkaWasKilledAndStartedAgain() throws Exception {
    try (Drill drill = Drill.begin("Kafka is killed and started again", SERVERS)) {
      drill
          .flowing()
          .kafkaMayRepeatARequest()
          .inject(
              () -> {
                SERVERS.kafka().kill();
                SERVERS.kafka().startAgain();
              })
          .goesOn()
          .ends()
          .provesRight();
    }
  }

  @FaultDrill
  void rowsAreRightAfterPostgresWasKilledAndStartedAgain() throws Exception {
    try (Drill drill = Drill.begin("Postgres is killed and started again", SERVERS)) {
      drill
          .flowing()
          .inject(
              () -> {
                SERVERS.postgres().kill();
                SERVERS.postgres().startAgain();
              })
          .goesOn()
          .ends()
          .provesRight();
    }
  }
}
