package dev.highstreet.cli.letters;

import static dev.highstreet.cli.letters.LettersFixture.NOON;
import static dev.highstreet.cli.letters.LettersFixture.bytes;
import static dev.highstreet.cli.letters.LettersFixture.ofUnknownSchema;
import static dev.highstreet.cli.letters.LettersFixture.order;
import static org.assertj.core.api.Assertions.assertThat;

import dev.highstreet.cli.Ran;
import dev.highstreet.testsupport.PostgresExtension;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** Which letters are sent back as they are, and what would become of them. */
class ReplayedLettersTest {
  @RegisterExtension static final PostgresExtension POSTGRES = new PostgresExtension();

  @TempDir private Path directory;
  private LettersFixture fixture;
  private LetterCommands commands;

  @BeforeEach
  void begin() throws Exception {
    POSTGRES.emptyTables();
    fixture = new LettersFixture(POSTGRES);
    commands = new LetterCommands(POSTGRES.url(), directory);
  }

  @Test
  void allSendsWhatDecodesNowAndTellsOfEachOther() throws Exception {
    fixture.liveRun(NOON.minus(Duration.ofDays(1)));
    fixture.letter("orders/0/1", 0, "DECODE", "UNKNOWN_SCHEMA", "?", "a", bytes(order("a")));
    fixture.letter(
        "orders/0/2", 0, "DECODE", "UNKNOWN_SCHEMA", "?", "b", ofUnknownSchema(order("b")));
    fixture.letter("orders/0/3", 0, "CLEAN", "TOTAL_MISMATCH", "off", "c", bytes(order("c")));
    fixture.letter("orders/0/4", 2, "CLEAN", "NON_POSITIVE_PRICE", "0", "d", bytes(order("d")));
    fixture.letter("orders/0/5", 0, "ENRICH", "UNKNOWN_STORE", "?", "e", bytes(order("e")));
    fixture.letter("returns/0/6", 0, "DECODE", "UNDECODABLE", "?", "f", bytes(order("f")));
    fixture.letter("orders/0/7", 0, "DECODE", "UNDECODABLE", "no value", "g", null);

    Ran replay = commands.replay("--all");

    assertThat(replay.exitCode()).as(replay.err()).isZero();
    assertThat(replay.out().lines())
        .satisfiesExactly(
            line ->
                assertThat(line)
                    .isEqualTo(
                        "orders/0/1  would be sent: it decodes now, as OrderPlaced; on time: the live job counts it"),
            line -> assertThat(line).startsWith("orders/0/2  not sent: it still does not decode"),
            line -> assertThat(line).startsWith("orders/0/3  not sent: its content broke a rule"),
            line ->
                assertThat(line).startsWith("orders/0/4  not sent: the rest of it was accepted"),
            line -> assertThat(line).startsWith("orders/0/5  not sent: its id has passed"),
            line -> assertThat(line).startsWith("orders/0/7  not sent: it still does not decode"),
            line ->
                assertThat(line).startsWith("returns/0/6  not sent: OrderPlaced does not belong"),
            line -> assertThat(line).isEqualTo("1 would be sent, 6 not."));
  }

  @Test
  void contentIsSentUnchangedOnlyIfSomebodyAsks() throws Exception {
    fixture.letter("orders/0/3", 0, "CLEAN", "TOTAL_MISMATCH", "off", "c", bytes(order("c")));

    assertThat(commands.replay("--reason", "total_mismatch").out())
        .contains("1 would be sent, 0 not.");
    assertThat(commands.replay("orders/0/3").out())
        .contains("unless the job's rules have changed, it counts as repeated")
        .contains("(once a live job runs)");
  }

  @Test
  void fateIsToldByTheTimesOfTheEventAndOfTheLiveRun() throws Exception {
    fixture.liveRun(NOON);
    fixture.letter("orders/0/1", 0, "DECODE", "UNKNOWN_SCHEMA", "?", "a", bytes(order("a")));
    fixture.letter(
        "orders/0/2",
        0,
        "DECODE",
        "UNKNOWN_SCHEMA",
        "?",
        "b",
        bytes(order("b").setOccurredAt(NOON.minus(Duration.ofDays(3)))));
    fixture.letter(
        "orders/0/3",
        0,
        "DECODE",
        "UNKNOWN_SCHEMA",
        "?",
        "c",
        bytes(order("c").setReceivedAt(NOON.plus(Duration.ofDays(3)))));

    assertThat(commands.replay("orders/0/1").out())
        .contains("behind, as time has gone on", "--late");
    assertThat(commands.replay("orders/0/2").out()).contains("late by its own times", "--late");
    assertThat(commands.replay("orders/0/3").out())
        .contains("not sent: its clocks cannot be believed: receivedAt is 2011-12-04T12:00:00Z");
  }

  @Test
  void letterThatWasSentBackIsListedSoAndRefusedWithoutAgain() throws Exception {
    fixture.letter("orders/0/1", 0, "DECODE", "UNKNOWN_SCHEMA", "?", "a", bytes(order("a")));
    fixture.execute(
        "INSERT INTO ops.letter_replays (topic, partition, \"offset\", to_partition, to_offset, repaired) VALUES ('highstreet.orders', 0, 1, 3, 99, false)");

    assertThat(commands.letters("list").out()).contains("(sent back 2");
    assertThat(commands.letters("show", "orders/0/1").out())
        .containsPattern("sent back 2.* to orders/3/99");
    Ran refused = commands.replay("orders/0/1");
    assertThat(refused.exitCode()).isEqualTo(1);
    assertThat(refused.out()).contains("to orders/3/99; --again sends it once more");
    assertThat(commands.replay("orders/0/1", "--again").out()).contains("1 would be sent, 0 not.");
    assertThat(commands.replay("--all").exitCode()).isZero();
  }

  @Test
  void eventThatWasAcceptedMeanwhileIsSaidToBeRepeated() throws Exception {
    fixture.letter("orders/0/1", 0, "DECODE", "UNKNOWN_SCHEMA", "?", "a", bytes(order("a")));
    fixture.execute(
        """
        INSERT INTO core.orders (order_id, event_id, store_id, occurred_at, received_at, day, accepted_lines,
          quarantined_lines, units, gross_sales, discounts, net_sales, cost_of_goods, shipping_fee, tax_included,
          payment_method, kafka_topic, kafka_partition, kafka_offset, run_id, updated_at)
        VALUES ('a', ?, 'web', now(), now(), '2011-12-01', 1, 0, 2, 5.1, 0, 5.1, 2.4, 0, 0, 'CARD', 't', 0, 0, 1, now())""",
        LettersFixture.ID);

    assertThat(commands.replay("orders/0/1").out())
        .contains("it counts as repeated, and changes nothing");
  }
}
