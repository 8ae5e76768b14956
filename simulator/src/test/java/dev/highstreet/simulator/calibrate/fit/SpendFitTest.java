package dev.highstreet.simulator.calibrate.fit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.highstreet.simulator.profile.Covariance;
import dev.highstreet.simulator.profile.Persona;
import dev.highstreet.simulator.profile.Profile;
import dev.highstreet.simulator.profile.SampleProfile;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class SpendFitTest {
  private static final Profile SMALL = SampleProfile.small();

  @Test
  void slopeThatMadeThePastIsFoundByHowConcentratedItsSpendIs() {
    Past past = new Past(MadeUpHistory.of(atSlope(0.6), 4_000, 2));
    List<Double> asked = new ArrayList<>();

    Profile found =
        new SpendFit(past)
            .refine(
                slope -> {
                  asked.add(slope);
                  return atSlope(slope);
                });

    double last = asked.get(asked.size() - 1);
    assertThat(last).isCloseTo(0.6, within(0.3));
    assertThat(found).isEqualTo(atSlope(last));
  }

  @Test
  void tiltedKindBuysMoreTheMoreOftenItComesAndIsOtherwiseTheSame() {
    Persona kind = SMALL.shoppers().personas().get(0);
    Persona tilted = CustomersFit.tilted(kind, 0.5);

    assertThat(tilted.means()).isEqualTo(kind.means());
    assertThat(cell(tilted, 0, 0)).isEqualTo(cell(kind, 0, 0));
    assertThat(cell(tilted, 2, 0))
        .isCloseTo(cell(kind, 2, 0) + 0.5 * cell(kind, 0, 0), within(1e-3));
    assertThat(cell(tilted, 2, 2))
        .isCloseTo(cell(kind, 2, 2) + cell(kind, 2, 0) + 0.25 * cell(kind, 0, 0), within(1e-3));
  }

  private static double cell(Persona kind, int row, int column) {
    return kind.covariance().at(Covariance.cell(row, column));
  }

  private static Profile atSlope(double slope) {
    return SMALL.withCustomers(
        SMALL
            .shoppers()
            .withPersonas(
                SMALL.shoppers().personas().stream()
                    .map(kind -> CustomersFit.tilted(kind, slope))
                    .toList()),
        SMALL.visits(),
        SMALL.baskets());
  }
}
