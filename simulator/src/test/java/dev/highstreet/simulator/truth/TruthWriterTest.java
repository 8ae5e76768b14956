package dev.highstreet.simulator.truth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.highstreet.schemas.Topic;
import dev.highstreet.simulator.emit.EmitException;
import dev.highstreet.simulator.emit.ShopEvents;
import dev.highstreet.simulator.emit.fault.FaultKind;
import dev.highstreet.simulator.emit.fault.InjectedFault;
import dev.highstreet.simulator.emit.fault.InjectedFault.Outcome;
import dev.highstreet.simulator.emit.parquet.DuckDb;
import dev.highstreet.simulator.scenario.ScenarioMark;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TruthWriterTest {
  private static final ZoneId LONDON = ZoneId.of("Europe/London");
  private static final LocalDate FIRST_DAY = LocalDate.of(2025, 3, 29);
  private static final Instant FIRST = at(FIRST_DAY);
  private static final Duration DAY = Duration.ofDays(1);
  private static final Duration MINUTE = Duration.ofMinutes(1);
  private static final TruthRun RUN = new TruthRun(42, "online-retail", FIRST_DAY, LONDON);

  @TempDir Path temp;
  private Path folder;

  @BeforeEach
  void choosesAFolder() {
    folder = temp.resolve("truth");
  }

  @Test
  void dayAppearsWhenAnEventOfTheNextHasCome() {
    try (TruthWriter truth = open()) {
      order(truth, "1", FIRST);
      order(truth, "2", FIRST.plus(DAY).minusMillis(1));
      truth.flush();
      assertThat(days()).isEmpty();
      order(truth, "3", FIRST.plus(DAY));
      truth.flush();
      assertThat(days()).containsExactly("day=2025-03-29");
    }
    assertThat(orders("day=*")).containsExactly("2025-03-29 | 1", "2025-03-29 | 2");
  }

  @Test
  void dayAppearsWhenTheClockHasReachedItsEnd() {
    try (TruthWriter truth = open()) {
      order(truth, "1", FIRST);
      truth.tick(FIRST.plus(DAY).minusMillis(1));
      truth.flush();
      assertThat(days()).isEmpty();
      truth.tick(FIRST.plus(DAY));
      truth.flush();
      assertThat(days()).containsExactly("day=2025-03-29");
    }
  }

  @Test
  void daysAreThoseOfTheShop() {
    LocalDate clocksGoForward = FIRST_DAY.plusDays(1);
    try (TruthWriter truth = open()) {
      order(truth, "first of 23 hours", at(clocksGoForward));
      order(
          truth, "last of 23 hours", at(clocksGoForward).plus(Duration.ofHours(23)).minusMillis(1));
      order(truth, "next day", at(clocksGoForward).plus(Duration.ofHours(23)));
      truth.tick(at(FIRST_DAY.plusDays(3)));
    }
    assertThat(orders("day=*"))
        .containsExactly(
            "2025-03-30 | first of 23 hours",
            "2025-03-30 | last of 23 hours",
            "2025-03-31 | next day");
  }

  @Test
  void dayWithoutEventsIsAFolderToo() {
    try (TruthWriter truth = open()) {
      order(truth, "1", FIRST);
      order(truth, "2", FIRST.plus(DAY.multipliedBy(2)));
    }
    assertThat(days()).containsExactly("day=2025-03-29", "day=2025-03-30");
    assertThat(folder.resolve("day=2025-03-30")).isEmptyDirectory();
  }

  @Test
  void firstDayHasEveryTableAndTheOthersThoseWithRows() {
    try (TruthWriter truth = open()) {
      order(truth, "1", FIRST);
      order(truth, "2", FIRST.plus(DAY));
      truth.tick(FIRST.plus(DAY.multipliedBy(2)));
    }
    assertThat(files("day=2025-03-29"))
        .contains("fraud_labels.parquet", "faults.parquet", "scenarios.parquet")
        .hasSize(14);
    assertThat(files("day=2025-03-30")).containsExactly("order_lines.parquet", "orders.parquet");
  }

  @Test
  void unfinishedDayIsSavedInAPlaceOfItsOwn() {
    Instant noon = FIRST.plus(Duration.ofHours(12));
    try (TruthWriter truth = open()) {
      order(truth, "1", FIRST);
      truth.tick(noon);
    }
    assertThat(days()).isEmpty();
    assertThat(orders("_open/day=*")).containsExactly("2025-03-29 | 1");
    try (TruthWriter again = open()) {
      assertThat(again.writtenUntil()).isEqualTo(noon);
    }
  }

  @Test
  void unfinishedDayIsContinued() {
    try (TruthWriter truth = open()) {
      order(truth, "1", FIRST);
      truth.note(flashSale(FIRST));
    }
    try (TruthWriter truth = open()) {
      order(truth, "2", truth.writtenUntil().plus(MINUTE));
    }
    try (TruthWriter truth = open()) {
      order(truth, "3", truth.writtenUntil().plus(MINUTE));
      truth.tick(FIRST.plus(DAY));
      assertThat(truth.writtenUntil()).isEqualTo(FIRST.plus(DAY));
    }
    assertThat(orders("day=*"))
        .containsExactly("2025-03-29 | 1", "2025-03-29 | 2", "2025-03-29 | 3");
    assertThat(folder.resolve("_open")).doesNotExist();
    assertThat(rows("SELECT id FROM 'TRUTH/day=*/scenarios.parquet'"))
        .containsExactly("flash-sale-1");
  }

  @Test
  void truthOfAnUnfinishedDayIsGoneWithTheProcessUnlessItWasSaved() throws Exception {
    TruthWriter died = open();
    order(died, "1", FIRST);
    order(died, "2", FIRST.plus(DAY));
    died.flush();
    for (int n = 3; n < 2000; n++) {
      order(died, Integer.toString(n), FIRST.plus(DAY).plusMillis(n));
    }
    Path asItWas = temp.resolve("as-it-was"); // what a process that died would leave
    copy(folder, asItWas);
    died.close();
    folder = asItWas;

    try (TruthWriter next = open()) {
      assertThat(next.writtenUntil()).isEqualTo(FIRST.plus(DAY));
      order(next, "again", FIRST.plus(DAY).plus(MINUTE));
      next.tick(FIRST.plus(DAY.multipliedBy(2)));
    }
    assertThat(orders("day=*"))
        .containsExactly("2025-03-29 | 1", "2025-03-30 | 2", "2025-03-30 | again");
    assertThat(folder.resolve("_writing")).doesNotExist();
  }

  @Test
  void dayThatWasBeingWrittenWhenTheProcessDiedIsNotThere() throws Exception {
    try (TruthWriter truth = open()) {
      order(truth, "1", FIRST);
      truth.tick(FIRST.plus(DAY));
    }
    Path halfWritten = Files.createDirectories(folder.resolve("_writing/day=2025-03-30"));
    Files.writeString(halfWritten.resolve("orders.parquet"), "PAR1");
    try (TruthWriter truth = open()) {
      assertThat(truth.writtenUntil()).isEqualTo(FIRST.plus(DAY));
      order(truth, "2", FIRST.plus(DAY));
      truth.tick(FIRST.plus(DAY.multipliedBy(2)));
    }
    assertThat(orders("day=*")).containsExactly("2025-03-29 | 1", "2025-03-30 | 2");
  }

  @Test
  void whatIsNotedIsKeptWithTheDayThatIsOpen() {
    try (TruthWriter truth = open()) {
      order(truth, "1", FIRST.plus(DAY));
      truth.note(
          new InjectedFault(
              ShopEvents.id(7),
              Topic.ORDERS,
              "1",
              FIRST.plus(DAY).toEpochMilli(),
              FIRST.plus(DAY.multipliedBy(3)).toEpochMilli(),
              Set.of(FaultKind.REPEATED, FaultKind.DELAYED),
              "two days late, twice",
              Outcome.ACCEPTED,
              null,
              0,
              Outcome.REPEATED));
      truth.note(flashSale(FIRST));
      truth.tick(FIRST.plus(DAY.multipliedBy(2)));
    }
    assertThat(
            rows(
                """
                SELECT * REPLACE (epoch_ms(occurred_at) AS occurred_at, epoch_ms(received_at) AS received_at)
                FROM read_parquet('TRUTH/*/faults.parquet', hive_partitioning = true)\
                """))
        .containsExactly(
            "89abcdef-0123-4567-0000-000000000007 | highstreet.orders | 1 | 1743292800000 | 1743465600000 | DELAYED, REPEATED | two days late, twice | ACCEPTED | null | 0 | REPEATED | 2025-03-30");
    assertThat(
            rows(
                """
                SELECT id, name, epoch_ms("to") - epoch_ms("from"), parameters, day
                FROM read_parquet('TRUTH/*/scenarios.parquet', hive_partitioning = true)\
                """))
        .containsExactly(
            "flash-sale-1 | flash-sale | 60000 | discount=0.3, products=40.0 | 2025-03-30");
  }

  @Test
  void eventOfADayThatIsOverIsRefused() {
    try (TruthWriter truth = open()) {
      order(truth, "1", FIRST.plus(DAY));
      assertThatThrownBy(() -> order(truth, "0", FIRST.plus(DAY).minusMillis(1)))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessage(
              "0 of highstreet.orders happened at 2025-03-29T23:59:59.999Z, but the truth of the days before 2025-03-30 is written");
    }
  }

  @Test
  void truthOfAnotherRunIsRefusedAndLeftAlone() {
    try (TruthWriter truth = open()) {
      order(truth, "1", FIRST);
      truth.tick(FIRST.plus(DAY));
    }
    TruthRun other = new TruthRun(43, "online-retail", FIRST_DAY, LONDON);
    assertThatThrownBy(() -> TruthWriter.open(folder, other))
        .isInstanceOf(EmitException.class)
        .hasMessage(
            "%s holds the truth of another run (seed 42, profile online-retail, from 2025-03-29 in Europe/London; this is seed 43, profile online-retail, from 2025-03-29 in Europe/London): name another folder, or begin afresh",
            folder);
    assertThat(orders("day=*")).hasSize(1);
  }

  @Test
  void beginningAfreshDeletesTheTruthAndNothingElse() throws Exception {
    try (TruthWriter truth = open()) {
      order(truth, "1", FIRST);
      order(truth, "2", FIRST.plus(DAY));
    }
    Files.writeString(folder.resolve("notes.txt"), "mine");
    TruthRun other = new TruthRun(43, "online-retail", FIRST_DAY.plusDays(7), LONDON);
    assertThatThrownBy(() -> TruthWriter.beginAfresh(folder, other))
        .hasMessage("%s is not empty, and holds no truth: name a folder of its own", folder);
    assertThat(folder).isDirectoryNotContaining("glob:**{day,_}*").isNotEmptyDirectory();
    Files.delete(folder.resolve("notes.txt"));
    try (TruthWriter truth = TruthWriter.beginAfresh(folder, other)) {
      assertThat(truth.writtenUntil()).isEqualTo(at(FIRST_DAY.plusDays(7)));
    }
  }

  @Test
  void folderOfSomethingElseIsRefused() throws Exception {
    Files.createDirectories(folder);
    Files.writeString(folder.resolve("notes.txt"), "mine");
    assertThatThrownBy(this::open)
        .isInstanceOf(EmitException.class)
        .hasMessage("%s is not empty, and holds no truth: name a folder of its own", folder);
  }

  @Test
  void folderThatCannotBeMadeIsNamed() throws Exception {
    Path file = Files.writeString(temp.resolve("file"), "");
    folder = file.resolve("truth");
    assertThatThrownBy(this::open)
        .isInstanceOf(EmitException.class)
        .hasMessage("cannot write the truth to %s: %s: Not a directory".formatted(folder, folder));
  }

  @Test
  void failureSurfacesAtALaterCallAndAtEveryOneAfterIt() throws Exception {
    TruthWriter truth = open();
    order(truth, "1", FIRST);
    truth.flush();
    Files.delete(folder.resolve("_writing"));
    Files.writeString(folder.resolve("_writing"), "in the way");
    truth.tick(FIRST.plus(DAY));
    assertThatThrownBy(truth::flush)
        .isInstanceOf(EmitException.class)
        .hasMessageStartingWith("cannot write the truth to %s: ".formatted(folder));
    assertThatThrownBy(() -> order(truth, "2", FIRST.plus(DAY))).isInstanceOf(EmitException.class);
    assertThatThrownBy(truth::close).isInstanceOf(EmitException.class);
    assertThat(days()).isEmpty();
  }

  @Test
  void nothingIsTakenOnceItIsClosed() {
    TruthWriter truth = open();
    truth.close();
    truth.close();
    assertThatThrownBy(() -> order(truth, "1", FIRST)).hasMessage("the truth is closed");
    assertThatThrownBy(() -> truth.note(flashSale(FIRST))).hasMessage("the truth is closed");
    assertThatThrownBy(() -> truth.tick(FIRST)).hasMessage("the truth is closed");
    assertThatThrownBy(truth::flush).hasMessage("the truth is closed");
  }

  @Test
  void interruptionDoesNotLoseTheTruth() {
    Thread.currentThread().interrupt();
    try (TruthWriter truth = open()) {
      order(truth, "1", FIRST);
      truth.tick(FIRST.plus(DAY));
    }
    assertThat(Thread.interrupted()).isTrue();
    assertThat(orders("day=*")).hasSize(1);
  }

  @Test
  void sameEventsGiveTheSameBytesHoweverOftenTheyAreFlushed() throws Exception {
    Path other = temp.resolve("other");
    try (TruthWriter often = open();
        TruthWriter once = TruthWriter.open(other, RUN)) {
      for (int n = 0; n < 5000; n++) {
        Instant at = FIRST.plus(MINUTE.multipliedBy(n));
        order(often, Integer.toString(n), at);
        order(once, Integer.toString(n), at);
        if (n % 1000 == 0) {
          often.flush();
        }
      }
    }
    try (Stream<Path> files = Files.walk(other)) {
      List<Path> all = files.filter(Files::isRegularFile).map(other::relativize).toList();
      assertThat(all).hasSizeGreaterThan(15);
      for (Path file : all) {
        assertThat(folder.resolve(file)).hasSameBinaryContentAs(other.resolve(file));
      }
    }
  }

  private TruthWriter open() {
    return TruthWriter.open(folder, RUN);
  }

  private static Instant at(LocalDate day) {
    return day.atStartOfDay(LONDON).toInstant();
  }

  private static void order(TruthWriter truth, String id, Instant at) {
    ShopEvents.emit(
        truth, ShopEvents.order(id, at, null, ShopEvents.line(1, "MUG", 1, 2_950_000, 0)));
  }

  private static ScenarioMark flashSale(Instant from) {
    return new ScenarioMark(
        "flash-sale-1",
        "flash-sale",
        from,
        from.plus(MINUTE),
        Map.of("products", 40.0, "discount", 0.3));
  }

  private List<String> days() {
    try (Stream<Path> paths = Files.list(folder)) {
      return paths
          .map(path -> path.getFileName().toString())
          .filter(name -> name.startsWith("day="))
          .sorted()
          .toList();
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  private List<String> files(String day) {
    try (Stream<Path> paths = Files.list(folder.resolve(day))) {
      return paths.map(path -> path.getFileName().toString()).sorted().toList();
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  private List<String> orders(String days) {
    return rows(
        """
        SELECT o.day, order_id
        FROM read_parquet('TRUTH/%1$s/orders.parquet', hive_partitioning = true) AS o
        JOIN read_parquet('TRUTH/%1$s/order_lines.parquet', hive_partitioning = true) AS l USING (order_id)
        ORDER BY o.occurred_at\
        """
            .formatted(days));
  }

  private List<String> rows(String sql) {
    return DuckDb.rows(sql.replace("TRUTH", folder.toString()));
  }

  private static void copy(Path from, Path to) throws IOException {
    try (Stream<Path> tree = Files.walk(from)) {
      for (Path path : tree.toList()) {
        Files.copy(path, to.resolve(from.relativize(path).toString()));
      }
    }
  }
}
