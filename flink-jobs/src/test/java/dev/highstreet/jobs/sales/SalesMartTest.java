package dev.highstreet.jobs.sales;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class SalesMartTest {
  @Test
  void noNamesAreAllMarts() {
    assertThat(SalesMart.named(List.of())).isEqualTo(SalesMart.all()).hasSize(11);
  }

  @Test
  void namedOnesComeOnceEach() {
    assertThat(SalesMart.named(List.of("daily_sales", "hourly_sales", "daily_sales")))
        .extracting(SalesMart::name)
        .containsExactly("hourly_sales", "daily_sales");
  }

  @Test
  void nameThatIsNoneIsNamedWithThoseThereAre() {
    assertThatThrownBy(() -> SalesMart.named(List.of("daily_sales", "weekly_sales")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("--marts names 'weekly_sales', which is none; there are ")
        .hasMessageContaining("daily_sales_by_product");
  }
}
