package dev.highstreet.simulator.calibrate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.highstreet.simulator.calibrate.CalibrationProgress.Stage;
import dev.highstreet.simulator.calibrate.score.Measure;
import dev.highstreet.simulator.calibrate.score.Scorecard;
import dev.highstreet.simulator.profile.Origin;
import dev.highstreet.simulator.profile.Origin.Basis;
import dev.highstreet.simulator.profile.Profile;
import dev.highstreet.simulator.profile.Returns;
import dev.highstreet.simulator.profile.SampleProfile;
import dev.highstreet.simulator.transactions.UnusableFileException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CalibrationTest {
  private static final Calibration.Fit FIT =
      (history, name, source, currency) -> SampleProfile.small();

  @TempDir Path folder;

  private final Queue<CalibrationProgress> told = new ConcurrentLinkedQueue<>();
  private Path file;

  @BeforeEach
  void writeFile() throws IOException {
    file = ShopFile.write(folder.resolve("gifts.csv.gz"), GiftShop.ofCustomers(60, 1));
  }

  @Test
  void fileBecomesAProfileWithAScoreAndAPage() throws Exception {
    CalibrationResult result = run(options());
    assertThat(result.file()).isEqualTo("gifts.csv.gz");
    assertThat(result.reading().history().customers()).isEqualTo(60);
    assertThat(result.scorecard().orElseThrow().score(Measure.ORDER_VALUE).isTaken()).isTrue();
    assertThat(result.unscored()).isEmpty();
    assertThat(result.timings()).containsOnlyKeys(Stage.READ, Stage.FIT, Stage.SCORE);
    assertThat(result.report().html()).contains("gifts.csv.gz", "Order value");
  }

  @Test
  void countriesAreThoseOfTheFile() throws Exception {
    Profile profile = run(options().withoutScoring()).profile();
    assertThat(profile.countries().names()).containsExactly("United Kingdom", "France");
    assertThat(profile.countries().shares().toArray()).containsExactly(0.75, 0.25);
    assertThat(profile.countries().origin().basis()).isEqualTo(Basis.FITTED);
  }

  @Test
  void fitIsToldWhatTheShopIsCalled() throws Exception {
    List<String> heard = new ArrayList<>();
    CalibrationResult unused =
        Calibration.run(
            CalibrationOptions.of(file).withoutScoring(),
            (history, name, source, currency) -> {
              heard.addAll(List.of(name, source, currency));
              return SampleProfile.small();
            },
            told::add);
    assertThat(heard).containsExactly("gifts", "Transactions of gifts.csv.gz.", "GBP");
  }

  @Test
  void modelIsFittedToEachHalfAndNeverToTheOther() throws Exception {
    Queue<Integer> customers = new ConcurrentLinkedQueue<>();
    CalibrationResult unused =
        Calibration.run(
            options(),
            (history, name, source, currency) -> {
              customers.add(history.customers());
              return SampleProfile.small();
            },
            told::add);
    assertThat(customers).containsExactlyInAnyOrder(60, 30, 30, 30);
  }

  @Test
  void errorIsHowMuchAFigureDiffersBetweenTheWholeAndHalves() throws Exception {
    Profile small = SampleProfile.small();
    CalibrationResult result =
        Calibration.run(
            options(),
            (history, name, source, currency) ->
                withReturns(small, history.customers() == 60 ? 0.25 : 0.35),
            told::add);
    assertThat(result.estimates())
        .filteredOn(found -> found.figure().equals("returns.linesShare"))
        .singleElement()
        .satisfies(found -> assertThat(found.value()).isEqualTo(0.25))
        .satisfies(found -> assertThat(found.error()).isCloseTo(0.1, within(1e-9)));
    assertThat(result.estimates()).noneMatch(found -> found.figure().startsWith("shoppers"));
  }

  private static Profile withReturns(Profile profile, double linesShare) {
    return new Profile(
        profile.name(),
        profile.source(),
        profile.currency(),
        profile.zone(),
        profile.first(),
        profile.last(),
        profile.customers(),
        profile.season(),
        profile.hours(),
        profile.shoppers(),
        profile.visits(),
        profile.baskets(),
        profile.guests(),
        profile.countries(),
        new Returns(Origin.fitted("for this test"), 1, 4, linesShare, 0.3, 9, 1.5),
        profile.world(),
        profile.assortment());
  }

  @Test
  void progressIsToldStageByStage() throws Exception {
    CalibrationResult unused = run(options());
    assertThat(told.stream().map(CalibrationProgress::stage).distinct())
        .containsExactly(Stage.READ, Stage.FIT, Stage.SCORE);
    assertThat(told)
        .contains(
            new CalibrationProgress(Stage.FIT, 0, 1),
            new CalibrationProgress(Stage.FIT, 1, 1),
            new CalibrationProgress(Stage.SCORE, 1, 3),
            new CalibrationProgress(Stage.SCORE, 2, 3),
            new CalibrationProgress(Stage.SCORE, 3, 3));
  }

  @Test
  void scoringCanBeLeftOut() throws Exception {
    CalibrationResult result = run(options().withoutScoring());
    assertThat(result.scorecard()).isEmpty();
    assertThat(result.estimates()).isEmpty();
    assertThat(result.unscored()).isEqualTo("Nothing was scored: nobody asked for it.");
    assertThat(result.timings()).doesNotContainKey(Stage.SCORE);
    assertThat(result.report().html()).contains("nobody asked for it");
  }

  @Test
  void handfulOfCustomersIsFittedButNotScored() throws Exception {
    file = ShopFile.write(folder.resolve("few.csv"), GiftShop.ofCustomers(39, 1));
    CalibrationResult result = run(options());
    assertThat(result.profile()).isNotNull();
    assertThat(result.unscored())
        .isEqualTo("Nothing was scored: halves of 39 customers tell too little; it takes 40.");
  }

  @Test
  void whatTheFileCannotTellIsInTheNotes() throws Exception {
    assertThat(run(options()).notes())
        .containsExactly("Nothing came back: returns cannot be told.");
  }

  @Test
  void fileThatCannotBeReadIsNamed() {
    Path missing = folder.resolve("none.csv");
    assertThatThrownBy(() -> run(CalibrationOptions.of(missing)))
        .isInstanceOf(UnusableFileException.class)
        .hasMessage("cannot read %s: there is no such file", missing);
  }

  private CalibrationOptions options() {
    return CalibrationOptions.of(file).withScoring(new Scorecard.Options(3, 1, 1));
  }

  private CalibrationResult run(CalibrationOptions options) throws UnusableFileException {
    return Calibration.run(options, FIT, told::add);
  }
}
