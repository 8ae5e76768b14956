package dev.highstreet.cli.letters;

import static dev.highstreet.cli.letters.LettersFixture.bytes;
import static dev.highstreet.cli.letters.LettersFixture.order;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.highstreet.cli.Ran;
import dev.highstreet.schemas.Topic;
import dev.highstreet.testsupport.PostgresExtension;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** Events that somebody has mended, as they are sent back in place of a letter. */
class MendedLettersTest {
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
  void shownEventIsTheFormInWhichItIsSentBack() throws Exception {
    fixture.letter(
        "orders/0/1",
        0,
        "CLEAN",
        "TOTAL_MISMATCH",
        "off",
        "o",
        bytes(order("o").setCustomerId("a")));
    JsonNode shown = commands.shown("orders/0/1");

    assertThat(new EventForm(Topic.ORDERS).read(shown.path("event")))
        .isEqualTo(order("o").setCustomerId("a").build());
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

    assertThat(commands.replay("orders/0/1", "--event", file.toString()).complaints())
        .singleElement()
        .asString()
        .contains(file + " is no JSON", "in line 2");
    assertThat(commands.replay("orders/0/1", "--event", "nowhere.json").complaints())
        .singleElement()
        .asString()
        .contains("cannot read nowhere.json: there is no such file");
  }

  @Test
  void idThatHasPassedMustBeReplaced() throws Exception {
    fixture.letter("orders/0/1", 0, "ENRICH", "UNKNOWN_STORE", "?", "o", bytes(order("o")));
    String mended = commands.event("orders/0/1", event -> event.put("storeId", "other"));

    assertThat(commands.replay("orders/0/1", "--event", mended).complaints())
        .singleElement()
        .asString()
        .contains("has passed already", "add --new-event-id");
    assertThat(commands.replay("orders/0/1", "--event", mended, "--new-event-id").out())
        .contains("would be sent: mended");
  }

  @Test
  void orderThatWasAcceptedInPartIsNotCountedTwice() throws Exception {
    fixture.letter("orders/0/1", 2, "CLEAN", "NON_POSITIVE_PRICE", "0", "o", bytes(order("o")));
    String same = commands.event("orders/0/1", event -> event.put("storeId", "web"));
    String other = commands.event("orders/0/1", event -> event.put("orderId", "o-rest"));

    assertThat(commands.replay("orders/0/1", "--event", same, "--new-event-id").complaints())
        .singleElement()
        .asString()
        .contains("would count the others twice");
    assertThat(commands.replay("orders/0/1", "--event", other, "--new-event-id").out())
        .contains("would be sent: mended");
  }

  private void assertComplaint(LetterCommands.Mending mending, String complaint) throws Exception {
    Ran ran = commands.replay("orders/0/1", "--event", commands.event("orders/0/1", mending));
    assertThat(ran.exitCode()).as(ran.out()).isEqualTo(2);
    assertThat(ran.complaints()).singleElement().asString().contains(complaint);
  }
}
