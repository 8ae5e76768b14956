package dev.highstreet.simulator.calibrate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.highstreet.simulator.calibrate.fit.ProfileFit;
import dev.highstreet.simulator.calibrate.score.Scorecard;
import dev.highstreet.simulator.profile.ProfileFile;
import dev.highstreet.simulator.transactions.UnusableFileException;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntUnaryOperator;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Shops of which a file tells little: each is fitted as far as it goes, and said to be so. */
class OddShopsTest {
  private static final SalesHistory SHOP = GiftShop.ofCustomers(120, 1);
  private static final long DAY = 86_400_000L;

  @TempDir Path folder;

  @Test
  void shopWithoutKnownCustomers() throws Exception {
    assertFitted(
        each(order -> with(order, PastOrder.GUEST, order.at())),
        "No order names its customer: who comes back, and when, cannot be told.");
  }

  @Test
  void shopOfOneOrderACustomer() throws Exception {
    List<PastOrder> orders = new ArrayList<>();
    SHOP.orders().forEach(order -> orders.add(with(order, orders.size(), order.at())));
    assertFitted(
        history(orders),
        "No customer has more than one order: who comes back, and when, cannot be told.");
  }

  @Test
  void shopWithoutHours() throws Exception {
    assertFitted(
        each(order -> with(order, order.customer(), midnight(order))),
        "Orders have a day but no time: hours cannot be told.");
  }

  @Test
  void shopOfOneDay() throws Exception {
    long day = SHOP.orders().get(0).at() / DAY;
    assertFitted(
        each(order -> with(order, order.customer(), day * DAY + Math.floorMod(order.at(), DAY))),
        "All orders are of one day, 2011-01-03: neither weekdays nor months can be told.");
  }

  @Test
  void shopOfOneProduct() throws Exception {
    assertFitted(
        each(order -> first(order, quantity -> quantity)),
        "Only one product was sold: what else is bought with it cannot be told.");
  }

  @Test
  void shopWithAbsurdQuantities() throws Exception {
    assertFitted(
        each(order -> first(order, quantity -> quantity > 20 ? 1_000_000 : quantity)),
        "Nothing came back: returns cannot be told.");
  }

  @Test
  void shopOfTwoOrders() throws Exception {
    assertFitted(
        history(SHOP.orders().subList(0, 2)), "There are 2 orders: every figure is a rough one.");
  }

  @Test
  void shopOfOneCustomer() throws Exception {
    assertFitted(
        history(SHOP.orders().stream().limit(30).map(order -> with(order, 0, order.at())).toList()),
        "There are 30 orders: every figure is a rough one.");
  }

  private void assertFitted(SalesHistory shop, String note)
      throws IOException, UnusableFileException {
    CalibrationOptions options =
        CalibrationOptions.of(ShopFile.write(folder.resolve("odd.csv"), shop))
            .withScoring(new Scorecard.Options(1, 1, 1));
    CalibrationResult result = Calibration.run(options, ProfileFit::fit, progress -> {});
    assertThat(result.notes()).anyMatch(said -> said.contains(note));
    assertThat(ProfileFile.parse(ProfileFile.format(result.profile()))).isEqualTo(result.profile());
    assertThat(SimulatedHistory.of(result.profile(), result.reading().history(), 30, 1))
        .isNotNull();
    assertThat(result.report().html()).doesNotContain("NaN", "Infinity");
  }

  private static SalesHistory each(UnaryOperator<PastOrder> change) {
    return history(SHOP.orders().stream().map(change).toList());
  }

  private static SalesHistory history(List<PastOrder> orders) {
    return new SalesHistory(
        SHOP.zone(),
        SHOP.first(),
        SHOP.last(),
        SHOP.customers(),
        SHOP.products(),
        SHOP.categories(),
        orders,
        List.of());
  }

  private static PastOrder with(PastOrder order, int customer, long at) {
    return new PastOrder(customer, at, order.products(), order.quantities(), order.pricesMicros());
  }

  private static long midnight(PastOrder order) {
    return Instant.ofEpochMilli(order.at())
        .atZone(SHOP.zone())
        .truncatedTo(ChronoUnit.DAYS)
        .toInstant()
        .toEpochMilli();
  }

  /** The first line alone, of the first product. */
  private static PastOrder first(PastOrder order, IntUnaryOperator quantity) {
    return new PastOrder(
        order.customer(),
        order.at(),
        new int[] {0},
        Arrays.stream(order.quantities()).limit(1).map(quantity).toArray(),
        new long[] {2_500_000});
  }
}
