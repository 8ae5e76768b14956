package dev.highstreet.simulator.calibrate.score;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.highstreet.simulator.calibrate.SalesHistory;
import dev.highstreet.simulator.calibrate.history.HistoryFile;
import dev.highstreet.simulator.transactions.Columns;
import java.nio.file.Path;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;

/** The real file, where it is: it is not ours to carry. */
class OnlineRetailScoreTest {
  private static final Path FILE =
      Path.of("..", "..", "shared", "data", "online-retail", "online-retail.csv.gz");

  @Test
  void realShopIsToldFromFakesAndNotFromItself() throws Exception {
    assumeThat(FILE).as("skipped: " + FILE + " is not on this machine").exists();
    SalesHistory shop =
        HistoryFile.read(FILE, Columns.onlineRetail(), ZoneId.of("Europe/London")).history();

    Scorecard again = Scorecard.of(shop, Fakes::customersDrawnAgain, Scorecard.Options.usual());
    assertThat(again.scores().stream().filter(score -> !score.isMet()).map(Score::measure))
        .containsExactly(Measure.COPIES);

    Scorecard independent =
        Scorecard.of(shop, Fakes::independentBaskets, Scorecard.Options.usual());
    assertThat(independent.score(Measure.ORDER_VALUE).met()).isZero();
    assertThat(independent.score(Measure.ORDER_VALUE).value()).isBetween(0.18, 0.28);

    Scorecard poisson = Scorecard.of(shop, Fakes::poissonGaps, Scorecard.Options.usual());
    assertThat(poisson.score(Measure.GAPS).isMet()).isFalse();
  }
}
