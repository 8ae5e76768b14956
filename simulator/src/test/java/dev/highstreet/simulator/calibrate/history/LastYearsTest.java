package dev.highstreet.simulator.calibrate.history;

import static org.assertj.core.api.Assertions.assertThat;

import dev.highstreet.simulator.calibrate.GiftShop;
import dev.highstreet.simulator.calibrate.PastOrder;
import dev.highstreet.simulator.calibrate.PastReturn;
import dev.highstreet.simulator.calibrate.SalesHistory;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;

class LastYearsTest {
  private static final ZoneId LONDON = ZoneId.of("Europe/London");

  @Test
  void fewYearsAreKeptAsTheyAre() {
    SalesHistory year = GiftShop.ofCustomers(20, 1);
    assertThat(LastYears.of(year)).isSameAs(year);
  }

  @Test
  void ofManyYearsTheLastSixtyMonthsAreKept() {
    SalesHistory kept =
        LastYears.of(
            history(
                List.of(
                    order(0, "2009-12-31"),
                    order(PastOrder.GUEST, "2010-01-01"),
                    order(2, "2012-05-05"),
                    order(1, "2012-05-06"),
                    order(2, "2014-12-31")),
                List.of(back(0, "2009-12-31"), back(0, "2010-02-01"), back(1, "2013-01-01"))));
    assertThat(kept.first()).isEqualTo(LocalDate.of(2010, 1, 1));
    assertThat(kept.last()).isEqualTo(LocalDate.of(2014, 12, 31));
    assertThat(kept.customers()).isEqualTo(2);
    assertThat(kept.orders())
        .extracting(PastOrder::customer)
        .containsExactly(PastOrder.GUEST, 0, 1, 0);
    assertThat(kept.returns()).extracting(PastReturn::customer).containsExactly(PastOrder.GUEST, 1);
  }

  private static SalesHistory history(List<PastOrder> orders, List<PastReturn> returns) {
    return new SalesHistory(
        LONDON,
        LocalDate.of(2009, 12, 31),
        LocalDate.of(2014, 12, 31),
        3,
        List.of("MUG"),
        List.of("Kitchen"),
        orders,
        returns);
  }

  private static PastOrder order(int customer, String day) {
    return new PastOrder(customer, at(day), new int[] {0}, new int[] {1}, new long[] {1});
  }

  private static PastReturn back(int customer, String day) {
    return new PastReturn(customer, at(day), new int[] {0}, new int[] {1}, new long[] {1});
  }

  private static long at(String day) {
    return LocalDate.parse(day).atTime(9, 0).atZone(LONDON).toInstant().toEpochMilli();
  }
}
