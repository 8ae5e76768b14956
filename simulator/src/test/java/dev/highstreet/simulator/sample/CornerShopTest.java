package dev.highstreet.simulator.sample;

import static org.assertj.core.api.Assertions.assertThat;

import dev.highstreet.schemas.CustomerRevised;
import dev.highstreet.schemas.OrderLine;
import dev.highstreet.schemas.OrderPlaced;
import dev.highstreet.schemas.OrderReturned;
import dev.highstreet.schemas.ProductRevised;
import dev.highstreet.schemas.ReturnLine;
import dev.highstreet.schemas.Topic;
import dev.highstreet.simulator.emit.RecordingSink;
import dev.highstreet.simulator.replay.Replay;
import dev.highstreet.simulator.replay.ReplayOptions;
import dev.highstreet.simulator.replay.ReplayReport;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CornerShopTest {
  private static final Path SAMPLES = Path.of("..", "samples");
  private static final Path FILE = SAMPLES.resolve("corner-shop.csv");

  @TempDir Path folder;

  /** Run with {@code -Dhighstreet.write-samples=true} to make the file again. */
  @Test
  void committedFileIsWhatTheGeneratorMakes() throws IOException {
    String made = CornerShopFile.text();
    if (Boolean.getBoolean("highstreet.write-samples")) {
      Files.writeString(FILE, made);
    }
    assertThat(Files.readString(FILE)).isEqualTo(made);
  }

  @Test
  void readmeSaysWhatIsInTheFile() throws Exception {
    String readme = Files.readString(SAMPLES.resolve("README.md"));
    contents()
        .forEach(
            (what, count) -> assertThat(readme).contains("| %s | %,d |".formatted(what, count)));
  }

  @Test
  void ordersAroundMidnightsAndClockChangesAreInTheFile() throws Exception {
    RecordingSink sink = new RecordingSink();
    ReplayReport report =
        Replay.open(ReplayOptions.of(FILE, folder.resolve("rejects.csv"))).run(sink, p -> {});
    assertThat(report.first()).isEqualTo(Instant.parse("2010-10-01T10:00:00Z"));
    assertThat(report.last())
        .isBetween(Instant.parse("2011-04-29T23:00:00Z"), Instant.parse("2011-04-30T23:00:00Z"));
    assertThat(sink.of(OrderPlaced.class))
        .extracting(order -> order.getOccurredAt().toString())
        .contains(
            "2010-10-30T23:30:00Z", // 00:30 in summer time
            "2010-10-31T00:30:00Z", // 01:30, the first of the two
            "2010-10-31T02:10:00Z",
            "2010-12-01T00:00:00Z",
            "2010-12-31T23:59:00Z",
            "2011-01-01T00:00:00Z",
            "2011-03-27T00:59:00Z",
            "2011-03-27T01:30:00Z", // 01:30 does not exist: 02:30 in summer time
            "2011-03-27T01:10:00Z");
  }

  private Map<String, Long> contents() throws Exception {
    RecordingSink sink = new RecordingSink();
    ReplayReport report =
        Replay.open(ReplayOptions.of(FILE, folder.resolve("rejects.csv"))).run(sink, p -> {});
    List<OrderPlaced> orders = sink.of(OrderPlaced.class);
    List<OrderReturned> returns = sink.of(OrderReturned.class);
    List<ReturnLine> returned = returns.stream().flatMap(r -> r.getLines().stream()).toList();
    List<OrderLine> lines = orders.stream().flatMap(order -> order.getLines().stream()).toList();

    Map<String, Long> contents = new LinkedHashMap<>();
    contents.put("rows", report.rows());
    contents.put("rows that cannot become an event", sum(report.rejectedByReason()));
    contents.put("orders", report.produced().get(Topic.ORDERS));
    contents.put("order lines", (long) lines.size());
    contents.put("returns", report.produced().get(Topic.RETURNS));
    contents.put("return lines", (long) returned.size());
    contents.put("products", distinctProducts(sink));
    contents.put("product revisions", report.produced().get(Topic.PRODUCTS));
    contents.put("customers", distinctCustomers(sink));
    contents.put("customer revisions", report.produced().get(Topic.CUSTOMERS));
    contents.put("orders of guests", count(orders, order -> order.getCustomerId() == null));
    contents.put("order lines with quantity ≤ 0", count(lines, line -> line.getQuantity() <= 0));
    contents.put(
        "order lines with price ≤ 0", count(lines, line -> line.getUnitPriceMicros() <= 0));
    contents.put(
        "order lines priced in fractions of a penny",
        count(lines, line -> line.getUnitPriceMicros() % 10_000 != 0));
    contents.put(
        "return lines with quantity ≤ 0 or refund ≤ 0",
        count(returned, line -> line.getQuantity() <= 0 || line.getRefundMicros() <= 0));
    contents.put("order lines that repeat a line of their order", repeatedLines(orders));
    return contents;
  }

  private static long sum(Map<String, Long> counts) {
    return counts.values().stream().mapToLong(Long::longValue).sum();
  }

  private static <T> long count(List<T> all, Predicate<T> which) {
    return all.stream().filter(which).count();
  }

  private static long distinctProducts(RecordingSink sink) {
    return sink.of(ProductRevised.class).stream()
        .map(ProductRevised::getProductId)
        .distinct()
        .count();
  }

  private static long distinctCustomers(RecordingSink sink) {
    return sink.of(CustomerRevised.class).stream()
        .map(CustomerRevised::getCustomerId)
        .distinct()
        .count();
  }

  private static long repeatedLines(List<OrderPlaced> orders) {
    long repeated = 0;
    for (OrderPlaced order : orders) {
      Set<String> seen = new HashSet<>();
      for (OrderLine line : order.getLines()) {
        String content =
            line.getProductId() + "/" + line.getQuantity() + "/" + line.getUnitPriceMicros();
        repeated += seen.add(content) ? 0 : 1;
      }
    }
    return repeated;
  }
}
