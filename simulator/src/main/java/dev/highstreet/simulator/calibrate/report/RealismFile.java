package dev.highstreet.simulator.calibrate.report;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.highstreet.simulator.profile.Profile;
import dev.highstreet.simulator.profile.ProfileFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;

/**
 * The report as JSON, beside the profile that it is about: for whoever shows it in another way. All
 * that it says is said as in the page, in the same words and figures, drawn on the same canvas.
 */
public final class RealismFile {
  /** The form of the file; another one is to be read otherwise. */
  public static final int FORMAT = 1;

  private static final ObjectMapper JSON = new ObjectMapper();

  /**
   * What is in the file.
   *
   * @param format {@link #FORMAT}
   * @param made when, ISO 8601 in UTC
   * @param profile the {@linkplain #fingerprint fingerprint} of the profile that it is about
   * @param report everything that the page shows
   */
  private record Content(int format, String made, String profile, ReportPage report) {}

  private RealismFile() {}

  /** Where it is to be: beside {@code my-shop.json}, {@code my-shop.realism.json}. */
  public static Path beside(Path profile) {
    String name = profile.getFileName().toString().replaceFirst("\\.json$", "");
    return profile.resolveSibling(name + ".realism.json");
  }

  /** What tells a profile from every other, also from itself once a figure is changed. */
  public static String fingerprint(Profile profile) {
    try {
      byte[] text = ProfileFile.format(profile).getBytes(StandardCharsets.UTF_8);
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(text));
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError("every Java platform has SHA-256", e);
    }
  }

  /**
   * Writes a report, over one that is there.
   *
   * @param profile that it is about
   * @param made when it was made
   * @throws IOException if it cannot be written
   */
  public static void write(Report report, Profile profile, Instant made, Path file)
      throws IOException {
    Files.writeString(file, format(report, profile, made));
  }

  /** A report as text. */
  public static String format(Report report, Profile profile, Instant made) {
    requireNonNull(made, "made is null");
    try {
      return JSON.writeValueAsString(
              new Content(FORMAT, made.toString(), fingerprint(profile), report.page()))
          + "\n";
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a report has no JSON form", e);
    }
  }
}
