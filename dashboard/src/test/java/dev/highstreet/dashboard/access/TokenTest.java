package dev.highstreet.dashboard.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class TokenTest {
  @Test
  void onlyItsOwnTextIsTaken() {
    Token token = Token.of("0123456789abcdef");

    assertThat(token.is("0123456789abcdef")).isTrue();
    assertThat(token.is("0123456789abcdeF")).isFalse();
    assertThat(token.is("")).isFalse();
  }

  @Test
  void whatCanBeGuessedIsRefusedWithoutBeingRepeated() {
    assertThatThrownBy(() -> Token.of("hunter2"))
        .hasMessage(
            "a token has 7 characters, but needs at least 16: make one with openssl rand -hex 24")
        .hasMessageNotContaining("hunter2");
  }

  @Test
  void randomOnesAreLongAndDiffer() {
    assertThat(Token.random()).hasSize(32).isNotEqualTo(Token.random());
  }
}
