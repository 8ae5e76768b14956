package dev.highstreet.bench.races;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * The race for the sales marts: all eleven of the contract, from the same orders, into the same
 * Postgres. {@code ./highstreet bench} starts it.
 */
public final class MartsRace {
  private static final int BOTH_CORES = 2;

  private MartsRace() {}

  /**
   * Runs the race, and prints what came of it; what happens meanwhile goes to standard error.
   *
   * @param arguments ORDERS ROUNDS text|json FOLDER JAR
   */
  public static void main(String[] arguments) throws Exception {
    Workload workload = new Workload(Integer.parseInt(arguments[0]));
    int rounds = Integer.parseInt(arguments[1]);
    Path folder = Path.of(arguments[3]);
    System.err.printf("Making %,d orders, in Kafka and in files …%n", workload.orders());
    try (Arena arena = Arena.open(folder.resolve("servers"), workload)) {
      Thread atEnd = new Thread(arena::close, "close-arena");
      Runtime.getRuntime().addShutdownHook(atEnd);
      Races.Outcome outcome =
          new Races(arena, racers(arena, Path.of(arguments[4])), System.err).run(rounds);
      boolean unused = Runtime.getRuntime().removeShutdownHook(atEnd);
      Files.writeString(folder.resolve("report.html"), RaceReport.html(workload, outcome));
      if (arguments[2].equals("json")) {
        System.out.println(json(workload, outcome));
      } else {
        System.out.print(RaceReport.text(workload, outcome));
      }
    }
    delete(folder.resolve("servers"));
    System.exit(0); // Flink leaves threads behind
  }

  private static List<Racer> racers(Arena arena, Path jar) throws Exception {
    return List.of(
        new PostgresSql(arena),
        new HighstreetJob(arena, jar, "STREAMING", BOTH_CORES),
        new HighstreetJob(arena, jar, "BATCH", BOTH_CORES),
        new DuckDbFiles(arena),
        new PlainLoop(arena));
  }

  private static String json(Workload workload, Races.Outcome outcome) throws Exception {
    ObjectMapper json = new ObjectMapper();
    ObjectNode all = json.createObjectNode();
    all.put("race", "marts");
    all.put("orders", workload.orders());
    all.put("rows", outcome.rows());
    ObjectNode machine = all.putObject("machine");
    machine.put("cores", Runtime.getRuntime().availableProcessors());
    machine.put("system", System.getProperty("os.name") + " " + System.getProperty("os.version"));
    machine.put("java", System.getProperty("java.version"));
    ArrayNode standings = all.putArray("standings");
    for (Standing standing : outcome.standings()) {
      ObjectNode one = standings.addObject();
      one.put("racer", standing.racer());
      one.put("median", standing.median());
      standing.seconds().forEach(one.putArray("seconds")::add);
    }
    return json.writerWithDefaultPrettyPrinter().writeValueAsString(all);
  }

  private static void delete(Path folder) throws Exception {
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(file);
      }
    }
  }
}
