package dev.highstreet.simulator.sample;

import dev.highstreet.simulator.sample.Draft.Line;
import dev.highstreet.simulator.sample.Range.Product;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;

/**
 * Seven months of an invented corner shop, October 2010 to April 2011, clean and dirty. The same
 * seed makes the same file on every machine: {@code samples/corner-shop.csv}.
 */
final class CornerShop {
  private static final long SEED = 31_10_2010;
  private static final LocalDate OPENING = LocalDate.of(2010, 10, 1);
  private static final LocalDate CLOSING = LocalDate.of(2011, 4, 30);
  private static final int CUSTOMERS = 160;
  private static final int[] QUANTITIES = {1, 1, 1, 1, 2, 2, 3, 4, 6, 6, 8, 12, 12, 24, 48};
  private static final String[] COUNTRIES = {"France", "Germany", "EIRE", "Spain", "Netherlands"};

  /** Around midnights of months and of the year, and in the hours that occur twice or never. */
  private static final List<LocalDateTime> AT_THE_EDGES =
      List.of(
          LocalDateTime.of(2010, 10, 31, 0, 30),
          LocalDateTime.of(2010, 10, 31, 1, 30),
          LocalDateTime.of(2010, 10, 31, 2, 10),
          LocalDateTime.of(2010, 11, 30, 23, 58),
          LocalDateTime.of(2010, 12, 1, 0, 0),
          LocalDateTime.of(2010, 12, 31, 23, 59),
          LocalDateTime.of(2011, 1, 1, 0, 0),
          LocalDateTime.of(2011, 3, 27, 0, 59),
          LocalDateTime.of(2011, 3, 27, 1, 30),
          LocalDateTime.of(2011, 3, 27, 2, 10));

  private final Random random = new Random(SEED);
  private final List<Product> range = Range.products();
  private final List<Draft> drafts = new ArrayList<>();

  private CornerShop() {}

  /** All invoices, by time. */
  static List<Draft> invoices() {
    CornerShop shop = new CornerShop();
    for (LocalDate day = OPENING; !day.isAfter(CLOSING); day = day.plusDays(1)) {
      shop.open(day);
    }
    AT_THE_EDGES.forEach(time -> shop.drafts.add(shop.order(time)));
    shop.addReturns();
    new Dirt(shop.random).scatter(shop.drafts);
    shop.drafts.sort(Comparator.comparing(Draft::time));
    return shop.drafts;
  }

  private void open(LocalDate day) {
    boolean holiday =
        day.getMonthValue() == 12 && (day.getDayOfMonth() == 25 || day.getDayOfMonth() == 26);
    boolean season =
        day.isAfter(LocalDate.of(2010, 11, 14)) && day.isBefore(LocalDate.of(2010, 12, 24));
    int orders = holiday ? 0 : 2 + random.nextInt(5) + (season ? 3 : 0);
    for (int i = 0; i < orders; i++) {
      drafts.add(order(day.atTime(LocalTime.of(8 + random.nextInt(12), random.nextInt(60)))));
    }
  }

  private Draft order(LocalDateTime time) {
    Draft draft = random.nextInt(4) == 0 ? Draft.of(time, "", "", "United Kingdom") : known(time);
    int lines = 1 + random.nextInt(6) + random.nextInt(6);
    while (draft.lines().size() < lines) {
      Product product = range.get(random.nextInt(range.size()));
      if (product.soldOn(time.toLocalDate())) {
        int quantity = QUANTITIES[random.nextInt(QUANTITIES.length)];
        BigDecimal price = product.price(time.toLocalDate(), quantity);
        String description = product.descriptionOn(time.toLocalDate());
        draft.with(new Line(product.code(), description, quantity, price, 0));
      }
    }
    return draft;
  }

  /** Every fifth customer lives abroad; the last one moves to France at New Year. */
  private Draft known(LocalDateTime time) {
    int customer = random.nextInt(CUSTOMERS);
    boolean moved = customer == CUSTOMERS - 1 && time.getYear() > 2010;
    String country =
        customer % 5 == 0
            ? COUNTRIES[customer / 5 % COUNTRIES.length]
            : moved ? "France" : "United Kingdom";
    return Draft.of(time, "", "%d.0".formatted(12_001 + customer), country);
  }

  /** Every fifteenth order comes back within three weeks, in part, at the price that was paid. */
  private void addReturns() {
    List<Draft> returns = new ArrayList<>();
    for (int i = 0; i < drafts.size(); i += 15) {
      Draft order = drafts.get(i);
      LocalDateTime time = order.time().plusDays(1 + random.nextInt(20)).plusMinutes(7);
      if (!time.toLocalDate().isAfter(CLOSING)) {
        Draft back = Draft.of(time, "C", order.customer(), order.country());
        for (Line line : order.lines().subList(0, (order.lines().size() + 1) / 2)) {
          back.with(line.withQuantity(-Math.max(1, line.quantity() / 2)));
        }
        returns.add(back);
      }
    }
    drafts.addAll(returns);
  }
}
