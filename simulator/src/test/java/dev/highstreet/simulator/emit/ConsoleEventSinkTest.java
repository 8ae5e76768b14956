package dev.highstreet.simulator.emit;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.highstreet.schemas.OrderLine;
import dev.highstreet.schemas.OrderPlaced;
import dev.highstreet.schemas.ReturnLine;
import dev.highstreet.schemas.Topic;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;

class ConsoleEventSinkTest {
  private static final Instant SUMMER_NOON = Instant.parse("2025-07-01T11:00:00.250Z");

  private final StringBuilder out = new StringBuilder();
  private final ConsoleEventSink sink = new ConsoleEventSink(out, ZoneId.of("Europe/London"));

  @Test
  void eventIsOneLineInTheShopsTime() {
    OrderPlaced order =
        ShopEvents.order(
            "O1",
            SUMMER_NOON,
            "K1",
            ShopEvents.line(1, "MUG", 6, 2_550_000, 0),
            ShopEvents.line(2, "POT", 1, 8_950_000, 895_500));
    ShopEvents.emit(sink, order);
    ShopEvents.emit(
        sink,
        ShopEvents.goodsReturned("R1", SUMMER_NOON, null, new ReturnLine("MUG", 1, 2, 5_100_000L)));
    ShopEvents.emit(sink, ShopEvents.view("S1", SUMMER_NOON, "MUG"));
    assertThat(out.toString())
        .isEqualToNormalizingNewlines(
            """
            2025-07-01 12:00:00  orders        O1         customerId=K1 storeId=web lines=[{productId=MUG productRevision=1 quantity=6 unitPrice=2.55} {productId=POT productRevision=1 quantity=1 unitPrice=8.95 discount=0.8955}] paymentMethod=CARD
            2025-07-01 12:00:00  returns       R1         storeId=web lines=[{productId=MUG productRevision=1 quantity=2 refund=5.10}]
            2025-07-01 12:00:00  activity      S1         storeId=web kind=PRODUCT_VIEWED productId=MUG
            """);
  }

  @Test
  void delayIsShownAndTicksAreNot() {
    OrderPlaced order =
        OrderPlaced.newBuilder(ShopEvents.order("O1", SUMMER_NOON, null))
            .setReceivedAt(SUMMER_NOON.plusSeconds(3600))
            .build();
    ShopEvents.emit(sink, order);
    sink.tick(SUMMER_NOON);
    assertThat(out.toString())
        .isEqualToNormalizingNewlines(
            "2025-07-01 12:00:00  orders        O1         received=2025-07-01 13:00:00 storeId=web lines=[] paymentMethod=CARD\n");
  }

  @Test
  void longListsAndLongTextsAreCutShort() {
    OrderPlaced order =
        OrderPlaced.newBuilder(ShopEvents.order("O1", SUMMER_NOON, null))
            .setLines(List.of(line("A"), line("B"), line("C"), line("D"), line("E")))
            .setUserAgent("x".repeat(100))
            .build();
    ShopEvents.emit(sink, order);
    assertThat(out)
        .contains("productId=C")
        .doesNotContain("productId=D")
        .contains("} and 2 more]")
        .contains("userAgent=" + "x".repeat(40) + "…");
  }

  @Test
  void noTextSteersTheTerminal() {
    ShopEvents.emit(sink, ShopEvents.product("MUG", "RED\u001b[31m\nMUG", SUMMER_NOON));
    assertThat(out.toString().lines()).hasSize(1);
    assertThat(out).contains("name=RED\uFFFD[31m\uFFFDMUG");
  }

  @Test
  void damagedRecordIsShownAsBytes() {
    sink.emitBytes(Topic.ORDERS, "O1", SUMMER_NOON, "no event".getBytes(UTF_8));
    assertThat(out.toString())
        .isEqualToNormalizingNewlines(
            "2025-07-01 12:00:00  orders        O1         8 bytes: 6e 6f 20 65 76 65 6e 74\n");
  }

  private static OrderLine line(String product) {
    return ShopEvents.line(1, product, 1, 1_000_000, 0);
  }
}
