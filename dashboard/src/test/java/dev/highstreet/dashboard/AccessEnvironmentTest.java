package dev.highstreet.dashboard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.highstreet.dashboard.access.AccessRules;
import java.util.Map;
import org.junit.jupiter.api.Test;

class AccessEnvironmentTest {
  @Test
  void withoutVariablesEverybodyReadsAndNothingIsTaken() {
    assertThat(AccessEnvironment.read(Map.of("HIGHSTREET_WEBHOOK_SECRET", " ")))
        .isEqualTo(AccessRules.readOnly());
  }

  @Test
  void everyKeyIsRead() {
    AccessRules rules =
        AccessEnvironment.read(
            Map.of(
                "HIGHSTREET_OPERATOR_TOKEN", "an operator's token",
                "HIGHSTREET_VIEWER_TOKEN", "a viewer's own token",
                "HIGHSTREET_READING", "token",
                "HIGHSTREET_WEBHOOK_SECRET", "0123456789abcdef0123456789abcdef"));

    assertThat(rules.operator()).isPresent();
    assertThat(rules.viewer()).isPresent();
    assertThat(rules.openReading()).isFalse();
    assertThat(rules.webhook()).isPresent();
  }

  @Test
  void secretThatIsTooShortIsRefusedWithoutBeingRepeated() {
    assertThatThrownBy(() -> AccessEnvironment.read(Map.of("HIGHSTREET_WEBHOOK_SECRET", "hunter2")))
        .hasMessageContaining("has 7 characters, but needs at least 32")
        .hasMessageContaining("HIGHSTREET_WEBHOOK_SECRET")
        .hasMessageNotContaining("hunter2");
  }
}
