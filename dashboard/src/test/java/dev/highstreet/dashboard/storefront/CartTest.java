package dev.highstreet.dashboard.storefront;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.highstreet.dashboard.intake.Basket;
import dev.highstreet.dashboard.shell.WrongParameter;
import org.junit.jupiter.api.Test;

class CartTest {
  @Test
  void cookieKeepsWhateverIdAProductHas() {
    Cart cart = Cart.empty().with("85123A", 2).with("a!b~c d;é%,\"", 1_000).with("85123A", 3);

    assertThat(Cart.read(cart.toString())).isEqualTo(cart);
    assertThat(cart.toString())
        .matches("[!#-+\\--:<-\\[\\]-~]+"); // RFC 6265: what a cookie may hold
    assertThat(cart.lines())
        .containsExactly(new Basket.Line("85123A", 3), new Basket.Line("a!b~c d;é%,\"", 1_000));
    assertThat(cart.size()).isEqualTo(1_003);
  }

  @Test
  void settingAQuantityTwiceIsSettingItOnce() {
    Cart cart = Cart.empty().with("P-1", 2);

    assertThat(cart.with("P-1", 2)).isEqualTo(cart);
    assertThat(cart.with("P-1", 0).lines()).isEmpty();
  }

  @Test
  void whatNobodyOfUsWroteIsLeftOut() {
    for (String forged :
        new String[] {
          "",
          "nonsense",
          "P-1!0",
          "P-1!-3",
          "P-1!1001",
          "P-1!99999999999",
          "!5",
          "%ZZ!1",
          "%00!1",
          "x".repeat(5_000) + "!1"
        }) {
      assertThat(Cart.read(forged).lines()).as(forged).isEmpty();
    }
    assertThat(Cart.read(null).lines()).isEmpty();
    assertThat(Cart.read("nonsense~P-1!2~%ZZ!1").lines())
        .containsExactly(new Basket.Line("P-1", 2));
  }

  @Test
  void fullCartSaysSo() {
    Cart cart = Cart.empty();
    for (int i = 0; i < Basket.MOST_LINES; i++) {
      cart = cart.with("P-" + i, 1);
    }
    Cart full = cart;

    assertThat(full.with("P-1", 7).of("P-1")).isEqualTo(7);
    assertThatThrownBy(() -> full.with("P-new", 1)).isInstanceOf(WrongParameter.class);
    assertThatThrownBy(() -> longIds()).isInstanceOf(WrongParameter.class);
  }

  private static Cart longIds() {
    Cart cart = Cart.empty();
    for (int i = 0; i < 30; i++) {
      cart = cart.with("x".repeat(190) + i, 1);
    }
    return cart;
  }
}
