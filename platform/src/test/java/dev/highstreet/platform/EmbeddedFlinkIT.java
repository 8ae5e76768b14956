package dev.highstreet.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import org.apache.flink.api.common.JobStatus;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.Timeout.ThreadMode;
import org.junit.jupiter.api.io.TempDir;

@Timeout(value = 2, unit = TimeUnit.MINUTES, threadMode = ThreadMode.SEPARATE_THREAD)
class EmbeddedFlinkIT {
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  @TempDir static Path directory;
  private static EmbeddedFlink cluster;
  private static FlinkRest rest;
  private static String jar;
  private static Path left;

  @BeforeAll
  static void start() throws Exception {
    left = Files.createDirectories(EmbeddedFlink.uploads(directory.resolve("flink")));
    left = Files.createFile(left.resolve("left-by-an-earlier-cluster.jar"));
    cluster = EmbeddedFlink.start(directory.resolve("flink"), 0, 2);
    rest = FlinkRest.at(cluster.rest());
    jar = rest.upload(jarOf(EndlessJob.class));
  }

  @AfterAll
  static void stop() {
    cluster.close();
  }

  @Test
  void uploadedJarRunsAndStopsAtASavepointThatAnotherRunGoesOnFrom() throws Exception {
    String first = rest.run(jar, endless());
    String savepoint = rest.stopWithSavepoint(first, PATIENCE);
    assertThat(Path.of(URI.create(savepoint)))
        .isDirectory()
        .hasParent(EmbeddedFlink.savepoints(directory.resolve("flink")));
    assertThat(rest.status(first)).isEqualTo(JobStatus.FINISHED);

    String second = rest.run(jar, endless().from(savepoint));
    rest.awaitRunning(second, PATIENCE);
    rest.cancel(second, PATIENCE);
    assertThat(rest.jobs())
        .filteredOn(job -> job.id().equals(second))
        .singleElement()
        .satisfies(job -> assertThat(job.name()).isEqualTo("endless"))
        .satisfies(job -> assertThat(job.status()).isEqualTo(JobStatus.CANCELED));
  }

  @Test
  void jarOfAnEarlierClusterIsGone() {
    assertThat(left).doesNotExist();
  }

  @Test
  void jobGoesOnWithoutTheJarItWasSubmittedFrom() throws Exception {
    String other = rest.upload(jarOf(EndlessJob.class));
    String job = rest.run(other, endless());
    rest.deleteJar(other);
    assertThat(rest.entryClasses(other)).isEmpty();
    rest.awaitRunning(job, PATIENCE);
    rest.cancel(job, PATIENCE);
  }

  @Test
  void jobThatFailsIsRestartedAndItsRootCauseIsReported() throws Exception {
    String job = rest.run(jar, JarRun.fresh(EndlessJob.class.getName(), List.of("fail")));
    Optional<String> cause = rest.rootCause(job);
    while (cause.isEmpty()) {
      Thread.onSpinWait();
      cause = rest.rootCause(job);
    }
    assertThat(cause.get()).contains("IllegalStateException: number").contains("is refused");
    assertThat(rest.status(job).isGloballyTerminalState()).isFalse();
    rest.cancel(job, PATIENCE);
    assertThat(rest.metrics(job, List.of("numRestarts", "noSuchMetric")))
        .doesNotContainKey("noSuchMetric");
  }

  @Test
  void argumentsThatMainRefusesAreReportedWithItsMessage() {
    JarRun refused = JarRun.fresh(EndlessJob.class.getName(), List.of("refuse"));
    assertThatThrownBy(() -> rest.run(jar, refused))
        .isInstanceOf(FlinkRestException.class)
        .hasMessageContaining("IllegalArgumentException: --kafka is missing");
  }

  @Test
  void webUiIsServed() throws Exception {
    try (InputStream page = cluster.rest().toURL().openStream()) {
      assertThat(new String(page.readAllBytes(), StandardCharsets.UTF_8))
          .contains("Apache Flink Web Dashboard");
    }
    assertThat(rest.version()).startsWith("2.");
  }

  @Test
  void absentClusterIsNamedByItsAddress() {
    FlinkRest absent = FlinkRest.at(URI.create("http://127.0.0.1:1"));
    assertThatThrownBy(absent::version)
        .isInstanceOf(FlinkRestException.class)
        .hasMessageContaining("http://127.0.0.1:1");
  }

  private static JarRun endless() {
    return JarRun.fresh(EndlessJob.class.getName(), List.of());
  }

  private static Path jarOf(Class<?> entry) throws IOException {
    String name = entry.getName().replace('.', '/') + ".class";
    Path file = directory.resolve("endless.jar");
    try (OutputStream out = Files.newOutputStream(file);
        JarOutputStream archive = new JarOutputStream(out);
        InputStream bytes = entry.getClassLoader().getResourceAsStream(name)) {
      archive.putNextEntry(new JarEntry(name));
      bytes.transferTo(archive);
    }
    return file;
  }
}
