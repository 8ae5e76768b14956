package dev.highstreet.simulator.calibrate.shipped;

import dev.highstreet.simulator.calibrate.CalibrationResult;
import dev.highstreet.simulator.calibrate.report.RealismFile;
import dev.highstreet.simulator.profile.Profile;
import dev.highstreet.simulator.profile.ProfileFile;
import dev.highstreet.simulator.profile.ShippedProfile;
import dev.highstreet.simulator.transactions.UnusableFileException;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * Makes the profiles that are shipped, and the report on one, again. Arguments: the file of Online
 * Retail, and the folder to write to, {@code
 * simulator/src/main/resources/dev/highstreet/simulator/profile}.
 */
public final class ShippedProfiles {
  private ShippedProfiles() {}

  public static void main(String[] arguments) throws IOException, UnusableFileException {
    Path folder = Path.of(arguments[1]);
    CalibrationResult calibrated = GiftShop.calibrated(Path.of(arguments[0]));
    Profile giftShop = GiftShop.profile(calibrated.profile());
    Path file = file(folder, ShippedProfile.GIFT_SHOP);
    ProfileFile.write(giftShop, file);
    RealismFile.write(
        GiftShop.report(calibrated),
        giftShop,
        Instant.now().truncatedTo(ChronoUnit.SECONDS),
        RealismFile.beside(file));
    ProfileFile.write(HomeShop.profile(), file(folder, ShippedProfile.HOME_SHOP));
  }

  private static Path file(Path folder, ShippedProfile profile) {
    return folder.resolve(profile.label() + ".json");
  }
}
