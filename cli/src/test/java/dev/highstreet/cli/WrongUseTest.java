package dev.highstreet.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.highstreet.cli.console.CommandException;
import dev.highstreet.cli.console.Memory;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever is wrong is one line that names it, with exit code 2, and nothing is started. */
class WrongUseTest {
  private static final String HEADER =
      "InvoiceNo,StockCode,Description,Quantity,InvoiceDate,UnitPrice,CustomerID,Country\n";
  private static final String ROW = "1,A,Cup,2,2011-01-04 10:00:00,1.50,7,France\n";

  @TempDir Path directory;
  private Path file;
  private Path data;

  @BeforeEach
  void writeFile() throws IOException {
    data = directory.resolve("data");
    file = Files.writeString(directory.resolve("shop.csv"), HEADER + ROW);
  }

  static Stream<Arguments> wrongArguments() {
    return Stream.of(
        arguments("", "Missing required subcommand"),
        arguments("sell", "'sell'"),
        arguments("up --colour", "Unknown option: '--colour'"),
        arguments("replay", "Missing required parameter: 'FILE'"),
        arguments("submit", "Missing required parameter: 'JOB'"),
        arguments("submit returns", "'returns'"),
        arguments("submit sales --runtime BATCH", "add --bounded"),
        arguments("submit sales --bounded --runtime FAST", "FAST"),
        arguments(
            "submit sales --bounded --from-savepoint p", "--from-savepoint is for a live job"),
        arguments("dead-letters list", "there are no dead letters in"),
        arguments(
            "dead-letters list --topic till", "there is no topic 'till'; there are products,"),
        arguments("dead-letters list --from soon", "--from is 'soon'; write a day"),
        arguments("dead-letters list --to 2011-12-01T99:00", "--to is '2011-12-01T99:00'"),
        arguments("dead-letters list --limit -1", "--limit is -1; it must be 0 or more"),
        arguments("dead-letters show", "Missing required parameter: 'PLACE'"),
        arguments("dead-letters show orders-0-17", "'orders-0-17' is no place; write TOPIC/"),
        arguments("dead-letters show till/0/17", "there is no topic 'till'"),
        arguments("dead-letters replay", "PLACE"),
        arguments("dead-letters replay --all --reason X", "mutually exclusive"),
        arguments("dead-letters replay --all --event f.json", "name its PLACE"),
        arguments("dead-letters replay orders/0/1 --new-event-id", "goes with --event"),
        arguments("dead-letters replay orders/0/1", "no platform runs on"),
        arguments("stop", "Missing required parameter: 'JOB'"),
        arguments("stop sales --savepoint-dir p", "add --savepoint"),
        arguments("stop sales", "no platform runs on"),
        arguments("up --port 70000", "--port is 70000; it must be from 1 to 65535"),
        arguments("up --kafka-port -1", "--kafka-port is -1"),
        arguments("up --flink-port 99999", "--flink-port is 99999"),
        arguments("up --database-port x", "'--database-port': 'x'"),
        arguments("doctor --port 65536", "--port is 65536"),
        arguments("up --parallelism 0", "--parallelism is 0; it must be from 1 to 64"),
        arguments("up --time-zone Mars", "'Mars' is no time zone"),
        arguments("up --kafka localhost", "Kafka address 'localhost' is not HOST:PORT"),
        arguments("up --flink localhost:8081", "'localhost:8081' is not that of a web UI"),
        arguments("up --database postgres://x", "'postgres://x' is no JDBC address"),
        arguments(
            "up --database jdbc:postgresql://x/y?password=secret", "set HIGHSTREET_DB_PASSWORD"),
        arguments("simulate --customers -5", "customers is -5"),
        arguments("simulate --customers 5.5", "'--customers': '5.5'"),
        arguments("simulate --days 0", "--days is 0; it must be from 1 to 36525"),
        arguments("simulate --from yesterday", "'yesterday' is no day"),
        arguments("simulate --from 1066-10-14", "from is 1066-10-14"),
        arguments("simulate --threads 0", "threads is 0"),
        arguments("simulate --profile bazaar", "there is no profile 'bazaar'"),
        arguments("simulate --faults corrupt=1.2", "rate corrupt is 1.2; it must be from 0 to 1"),
        arguments(
            "simulate --to csv --out x.csv --faults standard",
            "--faults befall events on their way"),
        arguments("simulate --faults rain=0.1", "there is no rate 'rain'"),
        arguments("simulate --faults chaos", "'chaos' is no NAME=NUMBER"),
        arguments("simulate --scenario strike@2025-01-01T10:00", "there is no scenario \"strike\""),
        arguments("simulate --scenario flash-sale", "has no time"),
        arguments("simulate --scenario flash-sale@noon", "'noon' is no time"),
        arguments("simulate --scenario flash-sale@2025-01-01T10:00,discount=2", "discount is 2.0"),
        arguments("simulate --scenario flash-sale@2001-01-01T10:00", "when the simulation begins"),
        arguments("simulate --to csv", "--to csv needs --out PATH"),
        arguments("simulate --out somewhere", "--out goes with --to csv or parquet"),
        arguments("simulate --to csv --out f.csv --speed 10", "a file has to end"),
        arguments("simulate --sample 0", "--sample is 0; it must be 1 or more"),
        arguments("simulate --sample 3 --to kafka", "--sample goes with --to stdout"),
        arguments("simulate --speed 0", "--speed: speed is 0.0"),
        arguments("simulate --to kafka", "there is no Kafka to send to"),
        arguments("simulate --to pigeon", "'pigeon'"),
        arguments("send", "Missing required option: '--url=URL'"),
        arguments("demo --json", "--exit"),
        arguments("demo --speed -3", "--speed: speed is -3.0"),
        arguments("demo --days x", "'--days': 'x'"),
        arguments("calibrate", "Missing required"),
        arguments("control", "no simulator runs on"),
        arguments("backfill", "Missing required parameter: 'JOB'"),
        arguments("backfill sales", "which days?"),
        arguments("backfill sales --from 2025-03-01", "which days?"),
        arguments("backfill sales --late --to 2025-03-01", "leave out --from, --to and --files"),
        arguments(
            "backfill sales --from 2025-03-02 --to 2025-03-01",
            "highstreet: --from is 2025-03-02 and --to is 2025-03-01: the first day comes first; swap them"),
        arguments("backfill sales --from yesterday --to 2025-03-01", "'yesterday' is no day"),
        arguments("backfill sales --late", "there is nothing to backfill in"),
        arguments("check", "there is nothing to check"),
        arguments("verify", "there is nothing to verify"),
        arguments("verify --from yesterday", "'yesterday' is no day"),
        arguments("verify --as-streamed --as-healed", "mutually exclusive"),
        arguments("verify --file f.csv", "run ./highstreet replay FILE first"),
        arguments("verify --file f.csv --truth t", "two answers to the same question"),
        arguments("verify --file f.csv --as-healed", "in a replayed file nothing is late"),
        arguments("submit sales", "no platform runs on"));
  }

  @ParameterizedTest
  @MethodSource("wrongArguments")
  void isOneLine(String arguments, String complaint) {
    Ran ran = highstreet(arguments.isEmpty() ? new String[0] : arguments.split(" "));
    assertWrong(ran, complaint);
    assertThat(ran.err()).doesNotContain("secret");
  }

  @Test
  void missingFile() {
    assertWrong(replay("nowhere.csv"), "cannot read nowhere.csv: there is no such file");
  }

  @Test
  void directoryInsteadOfFile() {
    assertWrong(replay(directory.toString()), directory.toString());
  }

  @Test
  void headerWithoutAColumn() throws IOException {
    Files.writeString(file, HEADER.replace("UnitPrice", "Cost") + ROW);
    assertWrong(replay(file.toString()), "UnitPrice");
  }

  @Test
  void emptyFile() throws IOException {
    Files.writeString(file, "");
    assertWrong(replay(file.toString()), file.toString());
  }

  @Test
  void brokenGzip() throws IOException {
    Path whole = directory.resolve("whole.gz");
    try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(whole))) {
      out.write((HEADER + ROW.repeat(1_000)).getBytes(StandardCharsets.UTF_8));
    }
    byte[] bytes = Files.readAllBytes(whole);
    Path cut = directory.resolve("cut.csv.gz");
    Files.write(cut, Arrays.copyOf(bytes, bytes.length / 2));
    assertWrong(replay(cut.toString()), "the gzip data is damaged or cut short");
  }

  @Test
  void costRatioOutOfRange() {
    assertWrong(replay(file.toString(), "--cost-ratio", "1.2"), "1.2");
  }

  @Test
  void paceThatIsNone() {
    assertWrong(replay(file.toString(), "--days-per-second", "0"), "0");
  }

  @Test
  void columnsFileWithAnUnknownKey() throws IOException {
    Path columns = Files.writeString(directory.resolve("columns.properties"), "colour=Colour\n");
    assertWrong(replay(file.toString(), "--columns", columns.toString()), "unknown key 'colour'");
  }

  @Test
  void summaryForMachinesOfAReplayThatDoesNotEnd() {
    assertWrong(replay(file.toString(), "--json"), "--exit");
  }

  @Test
  void dataDirectoryThatCannotBeWritten() {
    Ran ran = Ran.highstreet("replay", file.toString(), "--data", file.resolve("data").toString());
    assertWrong(ran, "name another one with --data");
  }

  @Test
  void dataDirectoryOfSomebodyElse() {
    Ran ran = Ran.highstreet("replay", file.toString(), "--data", directory.toString());
    assertWrong(ran, "holds files that are not Highstreet's");
    assertThat(directory).isDirectoryNotContaining(path -> !path.equals(file));
  }

  @Test
  void machineWithTooLittleMemory() {
    Ran ran = withMemory(new Memory(2L << 30, 1400L << 20));
    assertWrong(
        ran, "this machine has 2,048 MB of memory, and the embedded platform takes 3,072 MB");
  }

  @Test
  void heapThatIsTooSmall() {
    Ran ran = withMemory(new Memory(16L << 30, 256L << 20));
    assertWrong(ran, "Java's heap is limited to 256 MB, and the embedded platform takes 1,024 MB");
  }

  @Test
  void bucketOfUploadsThatIsNone() {
    Map<String, String> environment = Map.of("HIGHSTREET_UPLOADS_S3", "sales");
    assertWrong(
        Ran.highstreet(
            environment, Ran.AMPLE, "replay", file.toString(), "--data", data.toString()),
        "HIGHSTREET_UPLOADS_S3 is \"sales\", but must be s3://BUCKET or s3://BUCKET/PREFIX");
  }

  @ParameterizedTest
  @CsvSource({
    "bench --orders 999, --orders is 999; it must be from 1000 to 20000000",
    "bench --orders 20000001, --orders is 20000001; it must be from 1000 to 20000000",
    "bench --rounds 0, --rounds is 0; it must be from 1 to 100",
    "bench --only everything, 'everything'"
  })
  void whatCannotBeMeasured(String command, String complaint) {
    assertWrong(Ran.highstreet(command.split(" ")), complaint);
  }

  @Test
  void nothingIsLeftBehindByAWrongFileName() {
    replay("nowhere.csv");
    assertThat(data).doesNotExist();
  }

  private Ran highstreet(String... arguments) {
    return Ran.highstreet(
        arguments.length == 0
            ? arguments
            : Stream.concat(Arrays.stream(arguments), Stream.of("--data", data.toString()))
                .toArray(String[]::new));
  }

  private Ran replay(String... arguments) {
    return highstreet(
        Stream.concat(Stream.of("replay"), Arrays.stream(arguments)).toArray(String[]::new));
  }

  private Ran withMemory(Memory memory) {
    return Ran.highstreet(Map.of(), memory, "replay", file.toString(), "--data", data.toString());
  }

  private static void assertWrong(Ran ran, String complaint) {
    assertThat(ran.exitCode()).isEqualTo(CommandException.USED_WRONGLY);
    assertThat(ran.out()).isEmpty();
    assertThat(ran.complaints())
        .singleElement()
        .asString()
        .startsWith("highstreet: ")
        .contains(complaint)
        .doesNotContain("Exception");
  }
}
