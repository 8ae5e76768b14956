package dev.highstreet.simulator.calibrate.shipped;

import dev.highstreet.simulator.profile.ProfileFile;
import dev.highstreet.simulator.profile.ShippedProfile;
import dev.highstreet.simulator.transactions.UnusableFileException;
import java.io.IOException;
import java.nio.file.Path;

/**
 * Makes the profiles that are shipped again. Arguments: the file of Online Retail, and the folder
 * to write to, {@code simulator/src/main/resources/dev/highstreet/simulator/profile}.
 */
public final class ShippedProfiles {
  private ShippedProfiles() {}

  public static void main(String[] arguments) throws IOException, UnusableFileException {
    Path folder = Path.of(arguments[1]);
    ProfileFile.write(
        GiftShop.profile(Path.of(arguments[0])), file(folder, ShippedProfile.GIFT_SHOP));
    ProfileFile.write(HomeShop.profile(), file(folder, ShippedProfile.HOME_SHOP));
  }

  private static Path file(Path folder, ShippedProfile profile) {
    return folder.resolve(profile.label() + ".json");
  }
}
