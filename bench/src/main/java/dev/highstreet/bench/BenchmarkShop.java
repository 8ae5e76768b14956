package dev.highstreet.bench;

import dev.highstreet.simulator.profile.Profile;
import dev.highstreet.simulator.profile.ProfileFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;

/** The shop that is simulated. */
final class BenchmarkShop {
  private BenchmarkShop() {}

  /**
   * A profile, as {@code highstreet calibrate} writes one.
   *
   * @throws IllegalArgumentException if no file is named
   */
  static Profile profile(String file) {
    if (file.isEmpty()) {
      throw new IllegalArgumentException("profile is empty: give a file, as in -p profile=FILE");
    }
    try {
      return ProfileFile.read(Path.of(file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
