package dev.highstreet.cli.pages;

import static java.util.Objects.requireNonNull;

import dev.highstreet.cli.console.FileProblem;
import dev.highstreet.dashboard.shell.Problem;
import dev.highstreet.dashboard.shell.Unavailable;
import dev.highstreet.dashboard.simulator.Realism;
import dev.highstreet.dashboard.simulator.RealismReport;
import dev.highstreet.dashboard.tasks.Work;
import dev.highstreet.simulator.calibrate.report.RealismFile;
import dev.highstreet.simulator.profile.Profile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The reports that {@code calibrate} has written: the one that came with the profile of the shop,
 * and the one that was made here, of a file of transactions in a folder of the data directory.
 */
public final class RealismReports implements Realism {
  private static final List<String> FILES = List.of("transactions.csv", "transactions.csv.gz");

  private final Path folder;
  private final String shop;
  private final String fingerprint;
  private final ZoneId zone;
  private final Optional<String> shipped;

  /**
   * Those that there are.
   *
   * @param folder where a person puts transactions, and what comes of them is kept
   * @param profile that the shop plays
   * @param zone of the file's times
   * @param shipped the report that came with the profile, as text
   */
  public RealismReports(Path folder, Profile profile, ZoneId zone, Optional<String> shipped) {
    this.folder = requireNonNull(folder, "folder is null");
    this.shop = profile.name();
    this.fingerprint = RealismFile.fingerprint(profile);
    this.zone = requireNonNull(zone, "zone is null");
    this.shipped = requireNonNull(shipped, "shipped is null");
  }

  @Override
  public String shop() {
    return shop;
  }

  @Override
  public boolean isOfThisShop(RealismReport report) {
    return report.profile().equals(fingerprint);
  }

  @Override
  public Optional<RealismReport> report() {
    return Stream.concat(
            shipped.map(text -> parsed("beside the profile", text)).stream(), made().stream())
        .max(Comparator.comparing(RealismReport::made));
  }

  private Optional<RealismReport> made() {
    Path file = RealismFile.beside(profile());
    if (!Files.exists(file)) {
      return Optional.empty();
    }
    try {
      return Optional.of(parsed(file.toString(), Files.readString(file)));
    } catch (IOException e) {
      throw unreadable(file.toString(), FileProblem.describe(e), e);
    }
  }

  private static RealismReport parsed(String where, String text) {
    try {
      return RealismReport.parse(text);
    } catch (IllegalArgumentException e) {
      throw unreadable(where, e.getMessage(), e);
    }
  }

  private static Unavailable unreadable(String where, String why, Exception e) {
    return new Unavailable(
        new Problem(
            "The report cannot be read",
            "The one %s: %s. Delete it, or have calibrate write it again.".formatted(where, why)),
        e);
  }

  private Path profile() {
    return folder.resolve("profile.json");
  }

  @Override
  public String folder() {
    return folder.toString();
  }

  @Override
  public Optional<String> file() {
    return FILES.stream().filter(name -> Files.isRegularFile(folder.resolve(name))).findFirst();
  }

  @Override
  public String measure(Work.Progress progress) throws InterruptedException {
    Path file =
        folder.resolve(
            file()
                .orElseThrow(
                    () ->
                        new Work.Refusal(
                            "There is no file to measure on: put one into %s under the name %s."
                                .formatted(folder, String.join(" or ", FILES)),
                            null)));
    try {
      return new CalibrateProcess(file, folder.resolve("columns.properties"), zone, profile())
          .run(progress);
    } catch (IOException e) {
      throw new Work.Refusal("calibrate did not start: " + FileProblem.describe(e), e);
    }
  }
}
