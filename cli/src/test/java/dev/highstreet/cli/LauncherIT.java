package dev.highstreet.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.highstreet.platform.EmbeddedPostgresServer;
import dev.highstreet.testsupport.Eventually;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LauncherIT {
  private static final Duration PATIENCE = Duration.ofMinutes(1);

  @TempDir Path directory;

  @Test
  void worksFromAnyDirectoryAndThroughSymbolicLinks() throws Exception {
    Path bin = Files.createDirectory(directory.resolve("bin"));
    Path link = Files.createSymbolicLink(bin.resolve("hs"), Launched.SCRIPT);
    Path linkToLink = Files.createSymbolicLink(directory.resolve("hs"), Path.of("bin", "hs"));
    for (Path script : new Path[] {link, linkToLink}) {
      try (Launched version = Launched.run(script, directory, Map.of(), "--version")) {
        assertThat(version.exitCode()).isZero();
        assertThat(version.out()).matches("highstreet \\d\\S*\n");
        assertThat(version.err()).isEmpty();
      }
    }
  }

  @Test
  void olderJavaIsRefusedInOneLine() throws Exception {
    Path java =
        Files.writeString(
            Files.createDirectories(directory.resolve("old").resolve("bin")).resolve("java"),
            "#!/bin/sh\necho 'openjdk version \"11.0.2\" 2019-01-15' >&2\n");
    Files.setPosixFilePermissions(java, PosixFilePermissions.fromString("rwxr-xr-x"));
    try (Launched doctor =
        Launched.run(
            Launched.SCRIPT,
            directory,
            Map.of("JAVA_HOME", directory.resolve("old").toString()),
            "doctor")) {
      assertThat(doctor.exitCode()).isEqualTo(2);
      assertThat(doctor.err().lines())
          .singleElement()
          .asString()
          .startsWith("highstreet: Java 17 or newer is needed")
          .contains("is version 11");
    }
  }

  @Test
  void absentJavaIsSaidInOneLine() throws Exception {
    try (Launched doctor =
        Launched.run(
            Launched.SCRIPT, directory, Map.of("JAVA_HOME", directory.toString()), "doctor")) {
      assertThat(doctor.exitCode()).isEqualTo(2);
      assertThat(doctor.err().lines())
          .singleElement()
          .asString()
          .startsWith("highstreet: there is no Java");
    }
  }

  @Test
  void optionsForJavaArePassedOn() throws Exception {
    try (Launched replay =
        Launched.run(
            Launched.SCRIPT,
            directory,
            Map.of("HIGHSTREET_JAVA_OPTIONS", "-Xmx300m"),
            "up",
            "--data",
            "d")) {
      assertThat(replay.exitCode()).isEqualTo(2);
      assertThat(replay.err()).contains("Java's heap is limited to");
    }
  }

  @Test
  void javaThatFindsTooLittleMemoryToStartIsNotTakenForAnOldOne() throws Exception {
    try (Launched up =
        Launched.run(
            Launched.SCRIPT,
            directory,
            Map.of("HIGHSTREET_JAVA_OPTIONS", "-Xmx100000g"),
            "up",
            "--data",
            "d")) {
      assertThat(up.exitCode()).isEqualTo(2);
      assertThat(up.err().lines())
          .singleElement()
          .asString()
          .startsWith("highstreet: Java does not start: ")
          .contains("heap");
    }
  }

  @Test
  void javaThatRunsOutOfMemorySaysSo() throws Exception {
    try (Launched doctor =
        Launched.run(
            Launched.SCRIPT,
            directory,
            Map.of("HIGHSTREET_JAVA_OPTIONS", "-Xmx4m"),
            "doctor",
            "--data",
            "d")) {
      assertThat(doctor.exitCode()).isEqualTo(3);
      assertThat(doctor.out()).isEmpty();
      assertThat(doctor.err().lines())
          .filteredOn(line -> line.startsWith("highstreet: "))
          .singleElement()
          .asString()
          .contains("give it more with HIGHSTREET_JAVA_OPTIONS");
    }
  }

  @Test
  void postgresOfAJavaThatRanOutOfMemoryIsStopped() throws Exception {
    Files.createDirectories(directory.resolve("d").resolve("postgres"));
    Files.createFile(directory.resolve("d").resolve("lock"));
    Path data = directory.resolve("d").resolve("postgres");
    try (Launched check = Launched.highstreet(directory, "check", "--data", "d")) {
      Eventually.wait(
          PATIENCE, "Postgres to start", () -> EmbeddedPostgresServer.processOn(data).isPresent());
      ProcessHandle postgres = EmbeddedPostgresServer.processOn(data).orElseThrow();
      try (Launched memory =
          Launched.highstreet(directory, "--out-of-memory", Long.toString(check.process().pid()))) {
        assertThat(memory.exitCode()).isZero();
      }
      Eventually.wait(PATIENCE, "Postgres to end", () -> Postmaster.hasEnded(postgres));
      check.kill();
    }
  }
}
