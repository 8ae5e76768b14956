package dev.highstreet.cli.bench;

import static java.util.Objects.requireNonNull;

import dev.highstreet.cli.console.CommandException;
import dev.highstreet.cli.console.FileProblem;
import dev.highstreet.cli.console.Surroundings;
import dev.highstreet.cli.local.FileTree;
import dev.highstreet.cli.sales.JobsJar;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/**
 * Races Highstreet against what people would use instead; in a process and with servers of its own.
 */
@Command(
    name = "bench",
    description = {
      "Brings the same orders into all sales marts, in turns: by Highstreet's job, by SQL over"
          + " Postgres, by DuckDB, and by a plain Java loop, which is the limit. Compares their rows,"
          + " every one of them, and says how long each took. A page with bars is left in"
          + " report.html.",
      "A million orders take some minutes a round; nothing else should run meanwhile."
    },
    footer = {"", "Exit code: 0 done; 1 it failed, or rows differ; 2 used wrongly."})
public final class BenchCommand implements Callable<Integer> {
  private static final int LEAST_ORDERS = 1_000;
  private static final int MOST_ORDERS = 20_000_000;
  private static final int MOST_ROUNDS = 100;
  private static final String MAIN = "dev.highstreet.bench.races.MartsRace";

  private final Surroundings surroundings;

  @Option(
      names = "--orders",
      paramLabel = "N",
      defaultValue = "1000000",
      description = "How many orders; ${DEFAULT-VALUE}.")
  private int orders;

  @Option(
      names = "--rounds",
      paramLabel = "N",
      defaultValue = "5",
      description = "How often each has its turn; ${DEFAULT-VALUE}.")
  private int rounds;

  /** What can be measured. */
  private enum Benchmark {
    MARTS,
    GENERATOR
  }

  @Option(
      names = "--only",
      paramLabel = "NAME",
      description =
          "marts, the race; or generator: how many events a second a simulated shop gives out, a core,"
              + " by JMH. Both without it.")
  private Benchmark only;

  @Option(
      names = "--out",
      paramLabel = "DIRECTORY",
      description =
          "An empty one, for the report, and meanwhile for the servers; bench/target/race, which is"
              + " emptied, without it.")
  private Path out;

  @Option(names = "--json", description = "Print the figures as JSON.")
  private boolean json;

  /** Measures this build. */
  public BenchCommand(Surroundings surroundings) {
    this.surroundings = requireNonNull(surroundings, "surroundings is null");
  }

  @Override
  public Integer call() throws Exception {
    refuse(
        orders < LEAST_ORDERS || orders > MOST_ORDERS,
        "--orders",
        orders,
        LEAST_ORDERS,
        MOST_ORDERS);
    refuse(rounds < 1 || rounds > MOST_ROUNDS, "--rounds", rounds, 1, MOST_ROUNDS);
    Path built = surroundings.home().resolve("bench").resolve("target");
    Path jar = built.resolve("highstreet-bench.jar");
    if (!Files.isReadable(jar)) {
      throw CommandException.usedWrongly(
          "there is no %s: build it with mvn -DskipTests package".formatted(jar));
    }
    Path folder = folder(built);
    int status = only == Benchmark.GENERATOR ? 0 : race(built, jar, folder);
    return status == 0 && only != Benchmark.MARTS ? generator(built, jar) : status;
  }

  private int race(Path built, Path jar, Path folder) throws Exception {
    return run(
        List.of(
            java(),
            "-XX:MaxRAMPercentage=40",
            "-XX:+UseParallelGC",
            "--add-opens=java.base/java.util=ALL-UNNAMED",
            "-cp",
            classPath(built, jar),
            MAIN,
            Integer.toString(orders),
            Integer.toString(rounds),
            json ? "json" : "text",
            folder.toString(),
            JobsJar.present(surroundings.home()).toString()));
  }

  private int generator(Path built, Path jar) throws Exception {
    List<String> command =
        new ArrayList<>(
            List.of(
                java(),
                "-cp",
                classPath(built, jar),
                "org.openjdk.jmh.Main",
                "GeneratorBenchmark",
                "-f",
                Integer.toString(rounds)));
    if (json) {
      command.addAll(List.of("-v", "SILENT", "-rf", "json", "-rff", "/dev/stdout"));
    }
    return run(command);
  }

  private static String java() {
    return Path.of(System.getProperty("java.home"), "bin", "java").toString();
  }

  private static String classPath(Path built, Path jar) {
    return jar + File.pathSeparator + built.resolve("lib").resolve("*");
  }

  private static void refuse(boolean wrong, String option, int value, int least, int most) {
    if (wrong) {
      throw CommandException.usedWrongly(
          "%s is %d; it must be from %d to %d".formatted(option, value, least, most));
    }
  }

  private Path folder(Path built) {
    Path folder = out == null ? built.resolve("race") : out.toAbsolutePath().normalize();
    try {
      if (out == null) {
        FileTree.delete(folder);
      }
      Files.createDirectories(folder);
      try (Stream<Path> there = Files.list(folder)) {
        if (there.findAny().isPresent()) {
          throw CommandException.usedWrongly(
              "%s is not empty: name another directory with --out".formatted(folder));
        }
      }
      return folder;
    } catch (IOException e) {
      throw CommandException.usedWrongly(
          "cannot use %s: %s; name another directory with --out"
              .formatted(folder, FileProblem.describe(e)),
          e);
    }
  }

  /** Its output is ours; whatever ends us ends it, too. */
  private static int run(List<String> command) throws IOException, InterruptedException {
    Process race = new ProcessBuilder(command).inheritIO().start();
    Thread atEnd = new Thread(race::destroy, "end-race");
    Runtime.getRuntime().addShutdownHook(atEnd);
    int status = race.waitFor();
    boolean unused = Runtime.getRuntime().removeShutdownHook(atEnd);
    return status == 0 ? 0 : 1;
  }
}
