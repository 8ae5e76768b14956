package dev.highstreet.drills.rig;

import dev.highstreet.testsupport.Eventually;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The folder in which a job's checkpoints are.
 *
 * @param folder of the job, in that of all checkpoints
 */
public record Checkpoints(Path folder) {
  private static final String NAME = "chk-";
  private static final Duration PATIENCE = Duration.ofMinutes(1);
  private static final int PREVENTED = 200;

  /** Those of a job on a cluster with this directory. */
  public static Checkpoints of(Path cluster, String jobId) {
    return new Checkpoints(cluster.resolve("checkpoints").resolve(jobId));
  }

  /** The number of the newest complete one; 0 if there is none. */
  public int newest() throws IOException {
    return complete().map(Checkpoints::number).orElse(0);
  }

  /**
   * Returns as soon as another one is complete: at that moment as little as possible has happened
   * since, so whatever it lacks is missed.
   */
  public void awaitNext() throws Exception {
    int newest = newest();
    Eventually.wait(PATIENCE, "the next checkpoint", () -> newest() > newest);
  }

  /** Where the newest complete one is, as Flink names it. */
  public String newestPath() throws IOException {
    return complete().orElseThrow().toUri().toString();
  }

  private Optional<Path> complete() throws IOException {
    try (Stream<Path> all = Files.list(folder)) {
      return all.filter(path -> Files.exists(path.resolve("_metadata")))
          .max(Comparator.comparingInt(Checkpoints::number));
    }
  }

  private static int number(Path checkpoint) {
    return Integer.parseInt(checkpoint.getFileName().toString().substring(NAME.length()));
  }

  /**
   * No new one can be made; those that are there can be read. A file of its name is in the way of
   * each, which stops root, too, as no permission would.
   *
   * @return the number of the last one, which may be in the making
   */
  public int prevent() throws IOException {
    int newest = newest();
    int last = newest;
    for (int number = newest + 1; number <= newest + PREVENTED; number++) {
      try {
        Files.createFile(folder.resolve(NAME + number));
      } catch (FileAlreadyExistsException e) {
        last = number; // it has begun
      }
    }
    return last;
  }

  /** They can be made again. */
  public void allow() throws IOException {
    try (Stream<Path> all = Files.list(folder)) {
      for (Path path : all.filter(Files::isRegularFile).toList()) {
        Files.delete(path);
      }
    }
  }
}
