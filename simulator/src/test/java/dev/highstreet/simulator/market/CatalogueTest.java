package dev.highstreet.simulator.market;

import static org.assertj.core.api.Assertions.assertThat;

import dev.highstreet.simulator.profile.Costs;
import dev.highstreet.simulator.profile.SampleProfile;
import dev.highstreet.simulator.shopper.PriceList;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The sample's prices rise in July, and every tenth product is on offer from June on only. */
class CatalogueTest {
  private static final LocalDate MAY = LocalDate.of(2025, 5, 31);
  private static final LocalDate JUNE = LocalDate.of(2025, 6, 1);
  private static final LocalDate JULY = LocalDate.of(2025, 7, 1);
  private static final LocalDate NEXT_MAY = LocalDate.of(2026, 5, 1);

  private final PriceList prices = PriceList.of(SampleProfile.small(), MAY);
  private final Catalogue catalogue = new Catalogue(prices, Costs.priors(), 7);

  @Test
  void productsAreAnnouncedWhenTheyAreFirstOnOffer() {
    assertThat(catalogue.turnTo(MAY)).hasSize(54).allMatch(product -> product.revision() == 1);
    assertThat(catalogue.product(9).revision()).isZero();

    assertThat(catalogue.turnTo(JUNE)).map(Product::number).containsExactly(9, 19, 29, 39, 49, 59);
  }

  @Test
  void newPriceIsANewRevision() {
    catalogue.turnTo(MAY);
    catalogue.turnTo(JUNE);
    long before = catalogue.product(0).listPriceMicros();

    List<Product> revised = catalogue.turnTo(JULY);

    assertThat(revised).hasSize(60);
    assertThat(catalogue.product(0).revision()).isEqualTo(2);
    assertThat(catalogue.product(0).listPriceMicros()).isEqualTo(before + 100_000);
    assertThat(catalogue.product(0).name()).isEqualTo(revised.get(0).name());
  }

  @Test
  void dayLikeTheOneBeforeRevisesNothing() {
    catalogue.turnTo(JUNE);

    assertThat(catalogue.turnTo(JUNE.plusDays(1))).isEmpty();
  }

  @Test
  void productThatLeavesTheRangeIsSaidToBeInactiveAndKeepsItsPrice() {
    catalogue.turnTo(MAY);
    catalogue.turnTo(JULY);
    long price = catalogue.product(9).listPriceMicros();

    catalogue.turnTo(NEXT_MAY);

    assertThat(catalogue.product(9).active()).isFalse();
    assertThat(catalogue.product(9).listPriceMicros()).isEqualTo(price);
    assertThat(catalogue.product(9).revision()).isEqualTo(2);
  }

  @Test
  void everyProductHasANameACostAndASupplier() {
    catalogue.turnTo(JULY);

    for (int number = 0; number < catalogue.size(); number++) {
      Product product = catalogue.product(number);
      assertThat(product).hasNoNullFieldsOrProperties();
      assertThat(product.unitCostMicros()).isBetween(1L, product.listPriceMicros());
      assertThat(catalogue.search(number)).isNotBlank();
    }
  }
}
