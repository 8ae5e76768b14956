package dev.highstreet.testsupport.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import dev.highstreet.platform.FlinkRest;
import dev.highstreet.platform.JarRun;
import dev.highstreet.testsupport.Eventually;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.flink.api.common.JobStatus;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Tag("cluster")
class FlinkClusterIT {
  private static final Duration PATIENCE = Duration.ofMinutes(1);
  private static final String FOR_EVER = Long.toString(Long.MAX_VALUE);

  @TempDir Path directory;
  private Path traces;

  @BeforeEach
  void makeRoomForTraces() throws Exception {
    traces = Files.createDirectory(directory.resolve("traces"));
  }

  @Test
  void aJarThatComesByRestRunsInAnotherProcess() throws Exception {
    try (FlinkCluster cluster = FlinkCluster.start(directory, 1, Map.of())) {
      FlinkRest rest = FlinkRest.at(cluster.rest());
      String job = rest.run(rest.upload(jar()), count("1000"));
      Eventually.wait(PATIENCE, "the job to end", () -> rest.status(job) == JobStatus.FINISHED);
    }
    assertThat(tracesLeft()).hasSize(1).doesNotContain(ProcessHandle.current().pid());
  }

  @Test
  void aJobGoesOnInANewTaskManagerAfterItsOwnIsKilled() throws Exception {
    try (FlinkCluster cluster = FlinkCluster.start(directory, 1, Map.of())) {
      FlinkRest rest = FlinkRest.at(cluster.rest());
      rest.run(rest.upload(jar()), count(FOR_EVER));
      Eventually.wait(PATIENCE, "the job to count", () -> tracesLeft().size() == 1);

      cluster.killTaskManager();
      cluster.startTaskManager();

      Eventually.wait(PATIENCE, "the job to go on counting", () -> tracesLeft().size() == 2);
    }
  }

  @Test
  void nothingIsLeftRunningAfterClose() throws Exception {
    FlinkCluster cluster = FlinkCluster.start(directory, 1, Map.of());
    Set<ProcessHandle> processes =
        ProcessHandle.current()
            .children()
            .filter(ProcessHandle::isAlive)
            .collect(Collectors.toSet());

    cluster.close();

    assertThat(processes).hasSizeGreaterThanOrEqualTo(2).noneMatch(ProcessHandle::isAlive);
  }

  private JarRun count(String upTo) {
    return JarRun.fresh(CountingJob.class.getName(), List.of(upTo, traces.toString()));
  }

  private Set<Long> tracesLeft() throws Exception {
    try (Stream<Path> files = Files.list(traces)) {
      return files
          .map(file -> Long.valueOf(file.getFileName().toString()))
          .collect(Collectors.toSet());
    }
  }

  private Path jar() throws Exception {
    Path jar = directory.resolve("counting.jar");
    try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(jar))) {
      for (String file : List.of("CountingJob.class", "CountingJob$LeaveTrace.class")) {
        out.putNextEntry(new JarEntry("dev/highstreet/testsupport/cluster/" + file));
        try (InputStream content = CountingJob.class.getResourceAsStream(file)) {
          content.transferTo(out);
        }
        out.closeEntry();
      }
    }
    return jar;
  }
}
