package dev.highstreet.cli.letters;

import static dev.highstreet.cli.letters.LettersFixture.NOON;
import static dev.highstreet.cli.letters.LettersFixture.bytes;
import static dev.highstreet.cli.letters.LettersFixture.ofUnknownSchema;
import static dev.highstreet.cli.letters.LettersFixture.order;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.highstreet.cli.Ran;
import dev.highstreet.schemas.Topic;
import dev.highstreet.testsupport.PostgresExtension;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** The commands on letters in a database; what is sent is only said: nothing listens there. */
class DeadLettersTest {
  @RegisterExtension static final PostgresExtension POSTGRES = new PostgresExtension();

  private static final ObjectMapper JSON = new ObjectMapper();

  @TempDir private Path directory;
  private LettersFixture fixture;

  @BeforeEach
  void write() throws Exception {
    POSTGRES.emptyTables();
    fixture = new LettersFixture(POSTGRES);
  }

  @Test
  void reasonsAreCountedFirstThenLettersAreListedNewestFirst() throws Exception {
    fixture.letter("orders/0/1", 0, "DECODE", "UNDECODABLE", "no marker", null, new byte[] {1, 2});
    fixture.letter("orders/1/2", 1, "CLEAN", "NON_POSITIVE_PRICE", "is 0", "o", bytes(order("o")));
    fixture.letter("orders/1/2", 2, "CLEAN", "NON_POSITIVE_PRICE", "is -1", "o", null);

    Ran list = letters("list");

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

    assertThat(places("--reason", "unknown_schema")).containsExactly("orders/0/90000");
    assertThat(places("--topic", "returns")).containsExactly("returns/0/3600");
    assertThat(places("--topic", "highstreet.returns")).containsExactly("returns/0/3600");
    assertThat(places("--from", "2011-12-02")).containsExactly("orders/0/90000");
    assertThat(places("--to", "2011-12-01")).containsExactly("returns/0/3600", "orders/0/1");
    assertThat(places("--from", "2011-12-01T13:00", "--to", "2011-12-01T13:00:00.001Z"))
        .containsExactly("returns/0/3600");
    assertThat(places("--from", "2011-12-02T02:00", "--time-zone", "Asia/Tokyo")).hasSize(1);
    assertThat(places("--limit", "1")).containsExactly("orders/0/90000");
    assertThat(letters("list", "--limit", "1").out()).endsWith("… and 2 older ones (--limit)\n");
    assertThat(letters("list", "--reason", "TYPO").out()).isEqualTo("No dead letters.\n");
  }

  @Test
  void whatASenderWroteCannotSteerATerminal() throws Exception {
    String evil = "\u001b[2J\u009b31m\u202e\u007f\\";
    fixture.letter("orders/0/1", 0, "CLEAN", "MISSING_FIELD", evil, evil, bytes(order("o" + evil)));

    for (Ran ran :
        List.of(
            letters("list"),
            letters("list", "--json"),
            letters("show", "orders/0/1"),
            letters("show", "orders/0/1", "--json"),
            letters("replay", "orders/0/1", "--dry-run", "--kafka", "localhost:1"))) {
      assertThat(ran.exitCode()).as(ran.err()).isZero();
      assertThat(ran.out().codePoints().filter(point -> point != '\n'))
          .noneMatch(point -> Character.isISOControl(point) || point == 0x202e);
    }
    assertThat(letters("list").out()).contains("\\u001b[2J\\u009b31m\\u202e\\u007f\\\\");
  }

  @Test
  void letterIsShownWithItsFaultsItsBytesAndItsEvent() throws Exception {
    byte[] bytes = bytes(order("order-1"));
    fixture.letter("orders/2/5", 0, "CLEAN", "TOTAL_MISMATCH", "off by 1", "order-1", bytes);

    Ran show = letters("show", "highstreet.orders/2/5");

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

    Ran show = letters("show", "orders/0/1");
    JsonNode json = JSON.readTree(letters("show", "orders/0/1", "--json").out());

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

    assertThat(letters("show", "orders/0/1").out())
        .containsPattern("schema fingerprint [0-9a-f]{16} is not known")
        .containsPattern("Known schemas:\n  [0-9a-f]{16}  ClockTick\n")
        .containsPattern("[0-9a-f]{16}  OrderPlaced-v1\n")
        .contains("What follows the fingerprint fits, to the last byte, OrderPlaced:");
  }

  @Test
  void letterThatIsNotThereIsSaid() {
    Ran show = letters("show", "orders/0/1");

    assertThat(show.exitCode()).isEqualTo(1);
    assertThat(show.complaints())
        .singleElement()
        .asString()
        .contains("no dead letter at orders/0/1");
  }

  @Test
  void shownEventIsTheFormInWhichItIsSentBack() throws Exception {
    fixture.letter(
        "orders/0/1",
        0,
        "CLEAN",
        "TOTAL_MISMATCH",
        "off",
        "o",
        bytes(order("o").setCustomerId("a")));
    JsonNode shown = JSON.readTree(letters("show", "orders/0/1", "--json").out());

    assertThat(new EventForm(Topic.ORDERS).read(shown.path("event")))
        .isEqualTo(order("o").setCustomerId("a").build());
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

    Ran replay = replay("--all");

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

    assertThat(replay("--reason", "total_mismatch").out()).contains("1 would be sent, 0 not.");
    assertThat(replay("orders/0/3").out())
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

    assertThat(replay("orders/0/1").out()).contains("behind, as time has gone on", "--late");
    assertThat(replay("orders/0/2").out()).contains("late by its own times", "--late");
    assertThat(replay("orders/0/3").out())
        .contains("not sent: its clocks cannot be believed: receivedAt is 2011-12-04T12:00:00Z");
  }

  @Test
  void mendedEventIsHeldAgainstTheSchemaFieldByField() throws Exception {
    fixture.letter("orders/0/1", 0, "CLEAN", "TOTAL_MISMATCH", "off", "o", bytes(order("o")));

    assertComplaint(
        event -> event.remove("orderId"), "OrderPlaced.orderId is missing; it must be a text");
    assertComplaint(event -> event.put("colour", "red"), "OrderPlaced has no field 'colour'");
    assertComplaint(
        event -> ((ObjectNode) event.at("/lines/0")).put("quantity", "two"),
        "OrderPlaced.lines[0].quantity is \"two\"; it must be a whole number from");
    assertComplaint(
        event -> ((ObjectNode) event.at("/lines/0")).put("quantity", 3_000_000_000L),
        "OrderPlaced.lines[0].quantity is 3000000000");
    assertComplaint(event -> event.put("lines", 1), "OrderPlaced.lines is 1; it must be an array");
    assertComplaint(
        event -> event.put("occurredAt", "yesterday"),
        "OrderPlaced.occurredAt is \"yesterday\"; it must be a time");
    assertComplaint(
        event -> event.put("paymentMethod", "BARTER"), "it must be one of [UNKNOWN, CARD, WALLET");
    assertComplaint(event -> event.put("eventId", "7"), "it must be an id such as");
    assertComplaint(
        event -> event.put("eventId", "00000000-0000-0000-0000-000000000000"), "all zeros");
    assertComplaint(event -> event.putNull("storeId"), "OrderPlaced.storeId is null");
    assertComplaint(
        event -> event.put("receivedAt", "2012-12-01T12:00:00Z"),
        "receivedAt is 2012-12-01T12:00:00Z; it must be at most 2011-12-01T12:05:01Z");
    assertComplaint(
        event -> event.put("occurredAt", "2011-12-01T13:00:00Z"), "occurredAt is 2011-12-01T13:00");
  }

  @Test
  void fileThatIsNoJsonIsNamed() throws Exception {
    fixture.letter("orders/0/1", 0, "CLEAN", "TOTAL_MISMATCH", "off", "o", bytes(order("o")));
    Path file = Files.writeString(directory.resolve("e.json"), "{\n \"orderId\": oops }");

    assertThat(replay("orders/0/1", "--event", file.toString()).complaints())
        .singleElement()
        .asString()
        .contains(file + " is no JSON", "in line 2");
    assertThat(replay("orders/0/1", "--event", "nowhere.json").complaints())
        .singleElement()
        .asString()
        .contains("cannot read nowhere.json: there is no such file");
  }

  @Test
  void idThatHasPassedMustBeReplaced() throws Exception {
    fixture.letter("orders/0/1", 0, "ENRICH", "UNKNOWN_STORE", "?", "o", bytes(order("o")));
    String mended = event("orders/0/1", event -> event.put("storeId", "other"));

    assertThat(replay("orders/0/1", "--event", mended).complaints())
        .singleElement()
        .asString()
        .contains("has passed already", "add --new-event-id");
    assertThat(replay("orders/0/1", "--event", mended, "--new-event-id").out())
        .contains("would be sent: mended");
  }

  @Test
  void orderThatWasAcceptedInPartIsNotCountedTwice() throws Exception {
    fixture.letter("orders/0/1", 2, "CLEAN", "NON_POSITIVE_PRICE", "0", "o", bytes(order("o")));
    String same = event("orders/0/1", event -> event.put("storeId", "web"));
    String other = event("orders/0/1", event -> event.put("orderId", "o-rest"));

    assertThat(replay("orders/0/1", "--event", same, "--new-event-id").complaints())
        .singleElement()
        .asString()
        .contains("would count the others twice");
    assertThat(replay("orders/0/1", "--event", other, "--new-event-id").out())
        .contains("would be sent: mended");
  }

  @Test
  void letterThatWasSentBackIsListedSoAndRefusedWithoutAgain() throws Exception {
    fixture.letter("orders/0/1", 0, "DECODE", "UNKNOWN_SCHEMA", "?", "a", bytes(order("a")));
    fixture.execute(
        "INSERT INTO ops.letter_replays (topic, partition, \"offset\", to_partition, to_offset, repaired) VALUES ('highstreet.orders', 0, 1, 3, 99, false)");

    assertThat(letters("list").out()).contains("(sent back 2");
    assertThat(letters("show", "orders/0/1").out()).containsPattern("sent back 2.* to orders/3/99");
    Ran refused = replay("orders/0/1");
    assertThat(refused.exitCode()).isEqualTo(1);
    assertThat(refused.out()).contains("to orders/3/99; --again sends it once more");
    assertThat(replay("orders/0/1", "--again").out()).contains("1 would be sent, 0 not.");
    assertThat(replay("--all").exitCode()).isZero();
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

    assertThat(replay("orders/0/1").out()).contains("it counts as repeated, and changes nothing");
  }

  /** Changes the fields of an event. */
  @FunctionalInterface
  private interface Mending {
    void mend(ObjectNode event);
  }

  private void assertComplaint(Mending mending, String complaint) throws Exception {
    Ran ran = replay("orders/0/1", "--event", event("orders/0/1", mending));
    assertThat(ran.exitCode()).as(ran.out()).isEqualTo(2);
    assertThat(ran.complaints()).singleElement().asString().contains(complaint);
  }

  /** What show prints, changed, in a file. */
  private String event(String place, Mending mending) throws Exception {
    ObjectNode shown = (ObjectNode) JSON.readTree(letters("show", place, "--json").out());
    mending.mend((ObjectNode) shown.path("event"));
    return Files.writeString(
            Files.createTempFile(directory, "event", ".json"),
            shown.toString(),
            StandardCharsets.UTF_8)
        .toString();
  }

  private List<String> places(String... options) throws Exception {
    Ran list = letters(Stream.concat(Stream.of("list", "--json"), Arrays.stream(options)));
    assertThat(list.exitCode()).as(list.err()).isZero();
    return JSON.readTree(list.out()).path("letters").findValuesAsText("place");
  }

  private Ran replay(String... arguments) {
    return letters(
        Stream.of(
                Stream.of("replay"),
                Arrays.stream(arguments),
                Stream.of("--dry-run", "--kafka", "localhost:1"))
            .flatMap(all -> all));
  }

  private Ran letters(String... arguments) {
    return letters(Arrays.stream(arguments));
  }

  private Ran letters(Stream<String> arguments) {
    return Ran.highstreet(
        Stream.of(
                Stream.of("dead-letters"),
                arguments,
                Stream.of("--database", POSTGRES.url(), "--data", directory.toString()))
            .flatMap(all -> all)
            .toArray(String[]::new));
  }
}
