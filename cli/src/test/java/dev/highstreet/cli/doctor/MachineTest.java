package dev.highstreet.cli.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.highstreet.cli.Ran;
import dev.highstreet.cli.console.Memory;
import dev.highstreet.cli.doctor.Finding.State;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MachineTest {
  @TempDir Path directory;

  @Test
  void oldJavaIsWrong() {
    assertThat(Machine.java(Runtime.Version.parse("11.0.2")).isWrong()).isTrue();
    assertThat(Machine.java(Runtime.Version.parse("17.0.1")).isWrong()).isFalse();
  }

  @Test
  void littleMemoryIsWrong() {
    assertThat(Machine.memory(Ran.AMPLE).isWrong()).isFalse();
    Finding little = Machine.memory(new Memory(1L << 30, 1L << 30));
    assertThat(little.isWrong()).isTrue();
    assertThat(little.remedy()).contains("3,072 MB");
  }

  @Test
  void fullDiskIsWrong() {
    assertThat(Machine.disk(directory, 3L << 30).isWrong()).isFalse();
    Finding full = Machine.disk(directory, 100L << 20);
    assertThat(full.isWrong()).isTrue();
    assertThat(full.found()).isEqualTo("100 MB free for " + directory);
  }

  @Test
  void directoryNeedNotExistToBeWritable() {
    assertThat(Machine.writing(directory.resolve("a").resolve("b")).isWrong()).isFalse();
    assertThat(directory).isEmptyDirectory();
  }

  @Test
  void busyPortIsNoFault() throws IOException {
    try (ServerSocket busy = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      assertThat(Machine.ports(Map.of("Kafka", busy.getLocalPort(), "Flink", 0)))
          .singleElement()
          .satisfies(finding -> assertThat(finding.state()).isEqualTo(State.NOTE))
          .satisfies(
              finding ->
                  assertThat(finding.found())
                      .isEqualTo("%d for Kafka is busy".formatted(busy.getLocalPort())));
    }
  }

  @Test
  void jobsJarHasToBeBuilt() throws IOException {
    assertThat(Machine.jobsJar(directory).isWrong()).isTrue();
    Path target = Files.createDirectories(directory.resolve("flink-jobs").resolve("target"));
    Files.createFile(target.resolve("highstreet-jobs.jar"));
    assertThat(Machine.jobsJar(directory).isWrong()).isFalse();
  }

  @Test
  void rootNeedsUnshare() {
    assertThat(Machine.user("root", false).isWrong()).isTrue();
    assertThat(Machine.user("root", true).isWrong()).isFalse();
    assertThat(Machine.user("ada", false).isWrong()).isFalse();
  }

  @Test
  void programsAreFoundOnThePath() {
    assertThat(Machine.onPath("sh", "/nowhere:/bin")).isTrue();
    assertThat(Machine.onPath("sh", directory.toString())).isFalse();
  }
}
