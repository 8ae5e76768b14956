package dev.highstreet.simulator.emit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.highstreet.schemas.CustomerRevised;
import dev.highstreet.schemas.OrderLine;
import dev.highstreet.schemas.OrderPlaced;
import dev.highstreet.schemas.OrderReturned;
import dev.highstreet.schemas.ProductRevised;
import dev.highstreet.schemas.ReturnLine;
import dev.highstreet.simulator.replay.Replay;
import dev.highstreet.simulator.replay.ReplayOptions;
import dev.highstreet.simulator.replay.ReplayReport;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.apache.avro.specific.SpecificRecord;

/** What a file of transactions can say, a replay of it says again. */
class CsvRoundTripTest {
  private static final ZoneId LONDON = ZoneId.of("Europe/London");
  private static final Instant SUMMER = Instant.parse("2025-06-01T00:00:00Z");
  private static final List<String> NAMES =
      List.of("RED MUG", "MUG, 4\" HIGH", "THÉ\nMUG", "#1 MUG", "'MUG'");

  /** Units and money of one product in an order or return. */
  private record Sum(long units, long micros) {
    private Sum plus(Sum other) {
      return new Sum(units + other.units, micros + other.micros);
    }
  }

  /** A line of an order or return, by the number of its product. */
  record Line(int product, int quantity, long micros) {}

  /** An order or a return; customer 0 is a guest. */
  record Deal(boolean back, int customer, int second, List<Line> lines) {}

  @Property(tries = 200)
  void everyOrderAndReturnReadsBackToTheMicro(
      @ForAll("deals") List<Deal> deals, @ForAll boolean gzipped) throws Exception {
    List<SpecificRecord> told = new ArrayList<>();
    for (int n = 0; n < NAMES.size(); n++) {
      told.add(ShopEvents.product("P" + n, NAMES.get(n), SUMMER));
    }
    for (int n = 1; n <= 3; n++) {
      told.add(ShopEvents.customer("1200" + n, n == 1 ? "Côte d'Ivoire" : "EIRE", SUMMER));
    }
    deals.forEach(deal -> told.add(event(deal, told.size())));

    List<SpecificRecord> read = roundTrip(told, gzipped ? "shop.csv.gz" : "shop.csv");

    assertThat(sums(read)).isEqualTo(sums(told));
    assertThat(descriptions(read)).isSubsetOf(descriptions(told));
    assertThat(countries(read)).isSubsetOf(countries(told));
  }

  @Provide
  Arbitrary<List<Deal>> deals() {
    Arbitrary<Line> lines =
        Combinators.combine(
                Arbitraries.integers().between(0, NAMES.size() - 1),
                Arbitraries.integers().between(1, 100_000),
                Arbitraries.longs().between(1, 5_000_000_000_000L))
            .as(Line::new);
    return Combinators.combine(
            Arbitraries.of(true, false),
            Arbitraries.integers().between(0, 3),
            Arbitraries.integers().between(0, 86_399),
            lines.list().ofMinSize(1).ofMaxSize(8))
        .as(Deal::new)
        .list()
        .ofMinSize(1)
        .ofMaxSize(20);
  }

  @Example
  void localTimeThatOccursTwiceReadsBackAsTheFirst() throws Exception {
    Instant first = Instant.parse("2025-10-26T00:30:00Z");
    assertThat(timeReadBackOf(first)).isEqualTo(first);
    assertThat(timeReadBackOf(first.plusSeconds(3600))).isEqualTo(first);
  }

  @Example
  void fractionOfASecondIsLost() throws Exception {
    assertThat(timeReadBackOf(SUMMER.plusMillis(1999))).isEqualTo(SUMMER.plusSeconds(1));
  }

  private static Instant timeReadBackOf(Instant time) throws Exception {
    OrderPlaced order = ShopEvents.order("1", time, null, ShopEvents.line(1, "P", 1, 1_000_000, 0));
    return roundTrip(List.of(order), "shop.csv").stream()
        .filter(OrderPlaced.class::isInstance)
        .map(read -> ((OrderPlaced) read).getOccurredAt())
        .findFirst()
        .orElseThrow();
  }

  private static List<SpecificRecord> roundTrip(List<SpecificRecord> events, String name)
      throws Exception {
    Path folder = Files.createTempDirectory("round-trip");
    try (CsvEventSink sink = CsvEventSink.create(folder.resolve(name), LONDON)) {
      events.forEach(event -> ShopEvents.emit(sink, event));
    }
    RecordingSink read = new RecordingSink();
    ReplayReport report =
        Replay.open(ReplayOptions.of(folder.resolve(name), folder.resolve("rejects.csv")))
            .run(read, progress -> {});
    assertThat(report.rejectedByReason()).isEmpty();
    StagedFolder.delete(folder);
    return read.all().stream().map(RecordingSink.Emitted::event).toList();
  }

  /** Prices and discounts of a line are such that it comes to what it should. */
  private static SpecificRecord event(Deal deal, int number) {
    Instant at = SUMMER.plusSeconds(deal.second());
    String customer = deal.customer() == 0 ? null : "1200" + deal.customer();
    if (deal.back()) {
      return ShopEvents.goodsReturned(
          "C" + number,
          at,
          customer,
          deal.lines().stream()
              .map(line -> new ReturnLine("P" + line.product(), 1, line.quantity(), line.micros()))
              .toArray(ReturnLine[]::new));
    }
    OrderLine[] lines = new OrderLine[deal.lines().size()];
    for (int i = 0; i < lines.length; i++) {
      Line line = deal.lines().get(i);
      long price = Math.floorDiv(line.micros() - 1, line.quantity()) + 1;
      long discount = line.quantity() * price - line.micros();
      lines[i] = ShopEvents.line(i + 1, "P" + line.product(), line.quantity(), price, discount);
    }
    return ShopEvents.order(Integer.toString(number), at, customer, lines);
  }

  /** What each order or return says of each product, with its customer and time. */
  private static Map<String, Sum> sums(List<SpecificRecord> events) {
    Map<String, Sum> sums = new TreeMap<>();
    for (SpecificRecord event : events) {
      if (event instanceof OrderPlaced order) {
        for (OrderLine line : order.getLines()) {
          long net = line.getQuantity() * line.getUnitPriceMicros() - line.getDiscountMicros();
          String of =
              String.join(" ", order.getOrderId(), order.getCustomerId(), line.getProductId());
          sums.merge(of + order.getOccurredAt(), new Sum(line.getQuantity(), net), Sum::plus);
        }
      } else if (event instanceof OrderReturned goods) {
        for (ReturnLine line : goods.getLines()) {
          String of =
              String.join(" ", goods.getReturnId(), goods.getCustomerId(), line.getProductId());
          sums.merge(
              of + goods.getOccurredAt(),
              new Sum(line.getQuantity(), line.getRefundMicros()),
              Sum::plus);
        }
      }
    }
    return sums;
  }

  private static List<String> descriptions(List<SpecificRecord> events) {
    return events.stream()
        .filter(ProductRevised.class::isInstance)
        .map(ProductRevised.class::cast)
        .map(product -> product.getProductId() + " " + product.getName())
        .distinct()
        .toList();
  }

  private static List<String> countries(List<SpecificRecord> events) {
    return events.stream()
        .filter(CustomerRevised.class::isInstance)
        .map(CustomerRevised.class::cast)
        .map(customer -> customer.getCustomerId() + " " + customer.getCountry())
        .distinct()
        .toList();
  }
}
