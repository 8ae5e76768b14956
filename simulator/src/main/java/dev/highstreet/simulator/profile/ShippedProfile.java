package dev.highstreet.simulator.profile;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** The profiles that come with Highstreet. */
public enum ShippedProfile {
  /**
   * A gift shop that many small shops buy from: fitted from Online Retail (see NOTICE), but open
   * all week at the hours of consumers. The default.
   */
  GIFT_SHOP("gift-shop"),
  /** A shop for the home with consumers for customers: every figure a prior or an assumption. */
  HOME_SHOP("home-shop");

  private final String label;

  ShippedProfile(String label) {
    this.label = label;
  }

  /** Its name, as in {@code --profile gift-shop}. */
  public String label() {
    return label;
  }

  /** Reads it. */
  public Profile load() {
    return ProfileFile.parse(text(label + ".json").orElseThrow());
  }

  /**
   * The report on how like its real shop it is, as {@code calibrate} writes it beside a profile;
   * empty where there is no real shop.
   */
  public Optional<String> realism() {
    return text(label + ".realism.json");
  }

  private static Optional<String> text(String resource) {
    try (InputStream in = ShippedProfile.class.getResourceAsStream(resource)) {
      return in == null
          ? Optional.empty()
          : Optional.of(new String(in.readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
