package dev.highstreet.dashboard.access;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Locale;
import org.junit.jupiter.api.Test;

class SigningSecretTest {
  private static final byte[] BODY = "what do ya want for nothing?".getBytes(UTF_8);

  // printf 'what do ya want for nothing?' | openssl dgst -sha512 -hmac
  // 0123456789abcdef0123456789abcdef
  private static final String BY_OPENSSL =
      "9095e9e4f567ae053262c847158c85c871f1d8693cd739777c64c7725459c9baa375e49c94ec49bdf0434e98cd1ada4e1f2f818fe4824a1723faca840679a470";

  private final SigningSecret secret = SigningSecret.of("0123456789abcdef0123456789abcdef");

  @Test
  void signsAsOthersDo() {
    assertThat(secret.sign(BODY)).isEqualTo(BY_OPENSSL);
    assertThat(secret.signed(BODY, BY_OPENSSL)).isTrue();
    assertThat(secret.signed(BODY, BY_OPENSSL.toUpperCase(Locale.ROOT))).isTrue();
  }

  @Test
  void knowsNoOtherSignature() {
    assertThat(secret.signed("what do you want?".getBytes(UTF_8), BY_OPENSSL)).isFalse();
    assertThat(secret.signed(BODY, BY_OPENSSL.substring(2))).isFalse();
    assertThat(secret.signed(BODY, "g" + BY_OPENSSL.substring(1))).isFalse();
    assertThat(secret.signed(BODY, "")).isFalse();
  }

  @Test
  void isNeitherShortNorPrinted() {
    assertThat(secret).hasToString("***");
    assertThatThrownBy(() -> SigningSecret.of("hunter2"))
        .hasMessageContaining("has 7 characters, but needs at least 32")
        .hasMessageNotContaining("hunter2");
  }
}
