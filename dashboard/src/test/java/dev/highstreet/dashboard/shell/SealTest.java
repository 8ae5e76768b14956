package dev.highstreet.dashboard.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SealTest {
  private static final Instant NOW = Instant.parse("2026-01-05T10:00:00Z");

  @Test
  void greenIsEarnedByEveryTable() {
    Seal seal = seal(18, 18);

    assertThat(seal.state()).isEqualTo(Seal.State.EQUAL);
    assertThat(seal.text()).isEqualTo("Reconciled 18 of 18");
    assertThat(seal.shortText()).isEqualTo("18/18");
    assertThat(seal.words())
        .isEqualTo(
            "18 of 18 tables, with 1\u202f208\u202f334 rows, equal the answer key as streamed,"
                + " Sun 20 Feb 2011 to Thu 31 Mar 2011, compared 40\u202fs ago.");
  }

  @Test
  void oneTableThatDiffersTakesItAway() {
    Seal seal = seal(18, 17);

    assertThat(seal.state()).isEqualTo(Seal.State.DIFFERENT);
    assertThat(seal.text()).isEqualTo("Reconciled 17 of 18");
    assertThat(seal.look()).isEqualTo("seal off");
  }

  @Test
  void withoutAComparisonNothingIsClaimed() {
    Seal seal = Seal.of(Panel.of(Optional::empty), NOW);

    assertThat(seal.state()).isEqualTo(Seal.State.NONE);
    assertThat(seal.text()).isEqualTo("Not verified yet");
    assertThat(seal.words()).contains("./highstreet verify");
  }

  private static Seal seal(long tables, long equal) {
    Seal.Comparison compared =
        new Seal.Comparison(
            NOW.minusSeconds(40),
            "AS_STREAMED",
            LocalDate.of(2011, 2, 20),
            LocalDate.of(2011, 3, 31),
            tables,
            equal,
            1_208_334);
    return Seal.of(Panel.of(() -> Optional.of(compared)), NOW);
  }
}
