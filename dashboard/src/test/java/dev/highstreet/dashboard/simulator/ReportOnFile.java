package dev.highstreet.dashboard.simulator;

import dev.highstreet.dashboard.tasks.Work;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;

/** The report that comes with the gift shop, and a measurement that does nothing. */
public final class ReportOnFile implements Realism {
  private static final Path SHIPPED =
      Path.of(
          "..",
          "simulator/src/main/resources/dev/highstreet/simulator/profile/gift-shop.realism.json");

  private final List<String> asked = new CopyOnWriteArrayList<>();
  private final String profile;
  private volatile String file = "";

  /**
   * Beside a shop.
   *
   * @param profile what tells the profile that it plays from others; empty for that of the report
   */
  public ReportOnFile(String profile) {
    this.profile = profile.isEmpty() ? read().profile() : profile;
  }

  /** Puts a file of transactions where it is looked for. */
  public void put(String name) {
    file = name;
  }

  /** What was asked for. */
  public List<String> asked() {
    return asked;
  }

  private static RealismReport read() {
    try {
      return RealismReport.parse(Files.readString(SHIPPED));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public String shop() {
    return "Gift shop";
  }

  @Override
  public Optional<RealismReport> report() {
    return Optional.of(read());
  }

  @Override
  public boolean isOfThisShop(RealismReport report) {
    return report.profile().equals(profile);
  }

  @Override
  public String folder() {
    return "data/<realism>";
  }

  @Override
  public Optional<String> file() {
    return Optional.of(file).filter(name -> !name.isEmpty());
  }

  @Override
  public String measure(Work.Progress progress) {
    progress.tell(0.4, "Scoring: 2 of 5 splits");
    asked.add("measure");
    return "Measured on " + file + ".";
  }
}
