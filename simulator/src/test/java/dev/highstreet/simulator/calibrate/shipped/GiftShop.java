package dev.highstreet.simulator.calibrate.shipped;

import dev.highstreet.simulator.calibrate.Calibration;
import dev.highstreet.simulator.calibrate.CalibrationOptions;
import dev.highstreet.simulator.calibrate.CalibrationResult;
import dev.highstreet.simulator.calibrate.fit.ProfileFit;
import dev.highstreet.simulator.calibrate.report.Report;
import dev.highstreet.simulator.profile.Figures;
import dev.highstreet.simulator.profile.HourOfWeek;
import dev.highstreet.simulator.profile.Origin;
import dev.highstreet.simulator.profile.Profile;
import dev.highstreet.simulator.profile.Season;
import dev.highstreet.simulator.transactions.UnusableFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * The default: fitted from Online Retail, whose shop is closed on Saturdays, over Christmas and by
 * night; here it is open whenever consumers buy.
 */
final class GiftShop {
  private static final String SOURCE =
      "Fitted from \"Online Retail\": D. Chen, S. L. Sain, K. Guo (2012), Data mining for the online retail industry, Journal of"
          + " Database Marketing & Customer Strategy Management 19(3), 197-208; UCI Machine Learning Repository, data set 352,"
          + " https://doi.org/10.24432/C5BW33, CC BY 4.0. Hours, weekdays and holidays are a consumer shop's.";

  private GiftShop() {}

  /** Fitted, and scored: what is scored has the hours of the file. */
  static CalibrationResult calibrated(Path onlineRetail) throws UnusableFileException {
    CalibrationOptions options =
        CalibrationOptions.of(onlineRetail).withName("Gift shop").withSource(SOURCE);
    return Calibration.run(options, ProfileFit::fit, progress -> {});
  }

  /** The report that comes with the profile. */
  static Report report(CalibrationResult calibrated) {
    List<String> notes = new ArrayList<>(calibrated.notes());
    notes.add(
        "What was scored is open when the file's shop was: closed on Saturdays and by night. The shop"
            + " that is shipped keeps a consumer shop's hours, weekdays and holidays instead.");
    return new Report(
        calibrated.file(),
        calibrated.reading(),
        profile(calibrated.profile()),
        notes,
        calibrated.scorecard().orElseThrow(),
        "");
  }

  static Profile profile(Profile fitted) {
    Season season = fitted.season();
    HourOfWeek hours = HomeShop.hours();
    return new Profile(
        fitted.name(),
        fitted.source(),
        fitted.currency(),
        fitted.zone(),
        fitted.first(),
        fitted.last(),
        fitted.customers(),
        new Season(
            Origin.fitted(
                season.origin().reason() + "; weekdays and holidays are a prior, as of consumers"),
            season.months(),
            Figures.of(.97, .96, .96, .99, 1.02, 1.05, 1.05),
            season.dayVariance(),
            List.of("--12-25")),
        hours,
        fitted.shoppers(),
        fitted.visits(),
        fitted.baskets(),
        fitted.guests(),
        fitted.countries(),
        fitted.returns(),
        fitted.world(),
        fitted.assortment());
  }
}
