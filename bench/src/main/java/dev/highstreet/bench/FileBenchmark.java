package dev.highstreet.bench;

import dev.highstreet.simulator.emit.EventSink;
import dev.highstreet.simulator.emit.FileEventSink;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/**
 * How many events a second a simulated shop writes to files, in the bytes that Kafka would get: the
 * same shop as in {@link GeneratorBenchmark}, encoded and written. Closing is not measured.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Fork(
    value = 1,
    jvmArgs = {"-Xms2g", "-Xmx2g", "-XX:+UseSerialGC", "-XX:ActiveProcessorCount=1"})
@Warmup(iterations = 3, time = 5)
@Measurement(iterations = 5, time = 5)
public class FileBenchmark {
  private Path folder;
  private EventSink sink;

  /** Begins files of their own for each iteration, beside where the benchmark was started. */
  @Setup(Level.Iteration)
  public void begin() throws IOException {
    folder = Files.createTempDirectory(Path.of("").toAbsolutePath(), "file-benchmark");
    sink = FileEventSink.create(folder.resolve("events"));
  }

  /** A day of the shop. */
  @Benchmark
  public void toFile(OpenShop shop, Counted counted) {
    shop.nextDay(
        event -> {
          counted.events++;
          sink.emit(event.topic(), event.key(), event.event());
        });
    sink.flush();
  }

  /** Closes the files, and removes them. */
  @TearDown(Level.Iteration)
  public void end() throws IOException {
    sink.close();
    try (Stream<Path> files = Files.walk(folder)) {
      List<Path> innermostFirst = files.sorted(Comparator.reverseOrder()).toList();
      innermostFirst.forEach(FileBenchmark::remove);
    }
  }

  private static void remove(Path file) {
    try {
      Files.delete(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
