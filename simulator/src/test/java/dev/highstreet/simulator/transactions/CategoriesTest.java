package dev.highstreet.simulator.transactions;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CategoriesTest {
  private final Categories categories = Categories.ours();

  @ParameterizedTest
  @CsvSource({
    "POST, POSTAGE, Services & Adjustments",
    "M, Manual, Services & Adjustments",
    "31001, CHRISTMAS BUNTING, Christmas",
    "31001, SPOTTY BUNTING, Party & Celebrations",
    "31001, spotty bunting, Party & Celebrations",
    "31001, RED MUGS, Kitchen & Dining",
    "31001, BLUE T-LIGHT HOLDER, Candles & Lighting",
    "31001, COAT HOLDER, Storage & Tidying",
    "31001, LUNCH BAG, Lunch & Picnic",
    "31001, TIMBER, Other",
    "31001, CHARTER, Other",
    "31001, '', Other",
  })
  void firstLineOfTheListThatHoldsAWholeWordDecides(
      String code, String description, String category) {
    assertThat(categories.of(code, description)).isEqualTo(category);
  }
}
