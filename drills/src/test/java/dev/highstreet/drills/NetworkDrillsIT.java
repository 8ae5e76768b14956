package dev.highstreet.drills;

import dev.highstreet.drills.rig.Drill;
import dev.highstreet.drills.rig.DrillServers;
import dev.highstreet.drills.rig.FaultDrill;
import dev.highstreet.drills.rig.TcpProxy;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Servers are well, and cannot be reached. */
@Tag("long-drills")
class NetworkDrillsIT {
  private static final Duration OUTAGE = Duration.ofSeconds(30);
  private static final Duration SLOWNESS = Duration.ofMillis(200);

  @RegisterExtension static final DrillServers SERVERS = new DrillServers();

  @FaultDrill
  void rowsAreRightAfterKafkaWasUnreachable() throws Exception {
    try (Drill drill = Drill.begin("Kafka is unreachable for 30 s", SERVERS)) {
      TcpProxy network = SERVERS.kafka().network();
      drill
          .flowing()
          .inject(
              () -> {
                network.stall();
                TimeUnit.SECONDS.sleep(OUTAGE.toSeconds()); // the fault is how long it takes
                drill.seeing("the job is " + drill.jobStatus());
                network.flow();
              })
          .goesOn()
          .ends()
          .provesRight();
    }
  }

  /** Connections that were open never come back: whatever is between has forgotten them. */
  @FaultDrill
  void rowsAreRightAfterPostgresAnsweredSlowlyThenNotAtAll() throws Exception {
    try (Drill drill = Drill.begin("Postgres answers slowly, then for 30 s not at all", SERVERS)) {
      TcpProxy network = SERVERS.postgres().network();
      drill
          .flowing()
          .inject(() -> network.slowDown(SLOWNESS))
          .goesOn()
          .inject(
              () -> {
                network.stallForGood();
                TimeUnit.SECONDS.sleep(OUTAGE.toSeconds()); // the fault is how long it takes
                drill.seeing("the job is " + drill.jobStatus());
                network.flow();
              })
          .goesOn()
          .ends()
          .provesRight();
    }
  }

  @FaultDrill
  void rowsAreRightAfterConnectionsToPostgresWereCut() throws Exception {
    try (Drill drill = Drill.begin("all connections to Postgres are cut on the way", SERVERS)) {
      drill
          .flowing()
          .inject(() -> SERVERS.postgres().network().cut())
          .goesOn()
          .inject(() -> SERVERS.postgres().endConnections())
          .goesOn()
          .ends()
          .provesRight();
    }
  }
}
