package dev.highstreet.cli.letters;

import static dev.highstreet.cli.letters.LettersFixture.bytes;
import static dev.highstreet.cli.letters.LettersFixture.ofUnknownSchema;
import static dev.highstreet.cli.letters.LettersFixture.order;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.highstreet.cli.Ran;
import dev.highstreet.testsupport.PostgresExtension;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** What is told of the letters in a database: all of them, and each. */
class ShownLettersTest {
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
  void reasonsAreCountedFirstThenLettersAreListedNewestFirst() throws Exception {
    fixture.letter("orders/0/1", 0, "DECODE", "UNDECODABLE", "no marker", null, new byte[] {1, 2});
    fixture.letter("orders/1/2", 1, "CLEAN", "NON_POSITIVE_PRICE", "is 0", "o", bytes(order("o")));
    fixture.letter("orders/1/2", 2, "CLEAN", "NON_POSITIVE_PRICE", "is -1", "o", null);

    Ran list = commands.letters("list");

    assertThat(list.exitCode()).as(list.err()).isZero();
    assertThat(list.out().lines())
        .containsExactly(
            "        2  NON_POSITIVE_PRICE, in 1 record",
            "        1  UNDECODABLE, in 1 record",
            "",
            "orders/1/2  line 1  CLEAN  NON_POSITIVE_PRICE  is 0",
            "orders/1/2  line 2  CLEAN  NON_POSITIVE_PRICE  is -1",
            "orders/0/1  whole  DECODE  UNDECODABLE  no marker");
  }

  @Test
  void listIsFilteredByReasonTopicTimeAndLimit() throws Exception {
    fixture.letter("orders/0/1", 0, "DECODE", "UNDECODABLE", "a", null, new byte[1]);
    fixture.letter("returns/0/3600", 0, "DECODE", "UNDECODABLE", "b", null, new byte[1]);
    fixture.letter("orders/0/90000", 0, "DECODE", "UNKNOWN_SCHEMA", "c", null, new byte[1]);

    assertThat(commands.places("--reason", "unknown_schema")).containsExactly("orders/0/90000");
    assertThat(commands.places("--topic", "returns")).containsExactly("returns/0/3600");
    assertThat(commands.places("--topic", "highstreet.returns")).containsExactly("returns/0/3600");
    assertThat(commands.places("--from", "2011-12-02")).containsExactly("orders/0/90000");
    assertThat(commands.places("--to", "2011-12-01"))
        .containsExactly("returns/0/3600", "orders/0/1");
    assertThat(commands.places("--from", "2011-12-01T13:00", "--to", "2011-12-01T13:00:00.001Z"))
        .containsExactly("returns/0/3600");
    assertThat(commands.places("--from", "2011-12-02T02:00", "--time-zone", "Asia/Tokyo"))
        .hasSize(1);
    assertThat(commands.places("--limit", "1")).containsExactly("orders/0/90000");
    assertThat(commands.letters("list", "--limit", "1").out())
        .endsWith("… and 2 older ones (--limit)\n");
    assertThat(commands.letters("list", "--reason", "TYPO").out()).isEqualTo("No dead letters.\n");
  }

  @Test
  void whatASenderWroteCannotSteerATerminal() throws Exception {
    String evil = "\u001b[2J\u009b31m\u202e\u007f\\";
    fixture.letter("orders/0/1", 0, "CLEAN", "MISSING_FIELD", evil, evil, bytes(order("o" + evil)));

    for (Ran ran :
        List.of(
            commands.letters("list"),
            commands.letters("list", "--json"),
            commands.letters("show", "orders/0/1"),
            commands.letters("show", "orders/0/1", "--json"),
            commands.letters("replay", "orders/0/1", "--dry-run", "--kafka", "localhost:1"))) {
      assertThat(ran.exitCode()).as(ran.err()).isZero();
      assertThat(ran.out().codePoints().filter(point -> point != '\n'))
          .noneMatch(point -> Character.isISOControl(point) || point == 0x202e);
    }
    assertThat(commands.letters("list").out()).contains("\\u001b[2J\\u009b31m\\u202e\\u007f\\\\");
  }

  @Test
  void letterIsShownWithItsFaultsItsBytesAndItsEvent() throws Exception {
    byte[] bytes = bytes(order("order-1"));
    fixture.letter("orders/2/5", 0, "CLEAN", "TOTAL_MISMATCH", "off by 1", "order-1", bytes);

    Ran show = commands.letters("show", "highstreet.orders/2/5");

    assertThat(show.exitCode()).as(show.err()).isZero();
    assertThat(show.out())
        .startsWith("orders/2/5, written 2011-12-01T12:00:05Z\nkey    order-1\n")
        .contains("whole    TOTAL_MISMATCH, CLEAN: off by 1")
        .contains("00000000  c3 01 ")
        .contains("00000020  ")
        .contains("  |.....L.order-1..|\n")
        .contains("Read as OrderPlaced:")
        .contains("\"eventId\" : \"0f8fad5b-d9cb-469f-a165-70867728950e\"")
        .contains("\"occurredAt\" : \"2011-12-01T12:00:00Z\"");
  }

  @Test
  void damagedBytesAreReadAsFarAsTheyGo() throws Exception {
    byte[] whole = bytes(order("order-1"));
    byte[] cut = Arrays.copyOf(whole, whole.length - 15);
    fixture.letter("orders/0/1", 0, "DECODE", "UNDECODABLE", "cut", "order-1", cut);

    Ran show = commands.letters("show", "orders/0/1");
    JsonNode json = commands.shown("orders/0/1");

    assertThat(show.out())
        .contains("Not an event: it stops making sense at offset ", "in lines[0].")
        .contains("What could be read, as OrderPlaced:");
    assertThat(json.at("/event/orderId").asText()).isEqualTo("order-1");
    assertThat(json.at("/event/lines/0/productId").asText()).isEqualTo("teapot");
    assertThat(json.at("/event/lines/0/discountMicros").isMissingNode()).isTrue();
  }

  @Test
  void unknownSchemaIsNamedBesideTheKnownOnes() throws Exception {
    fixture.letter(
        "orders/0/1", 0, "DECODE", "UNKNOWN_SCHEMA", "?", "o", ofUnknownSchema(order("o")));

    assertThat(commands.letters("show", "orders/0/1").out())
        .containsPattern("schema fingerprint [0-9a-f]{16} is not known")
        .containsPattern("Known schemas:\n  [0-9a-f]{16}  ClockTick\n")
        .containsPattern("[0-9a-f]{16}  OrderPlaced-v1\n")
        .contains("What follows the fingerprint fits, to the last byte, OrderPlaced:");
  }

  @Test
  void letterThatIsNotThereIsSaid() {
    Ran show = commands.letters("show", "orders/0/1");

    assertThat(show.exitCode()).isEqualTo(1);
    assertThat(show.complaints())
        .singleElement()
        .asString()
        .contains("no dead letter at orders/0/1");
  }
}
