package dev.highstreet.cli.pages;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.highstreet.cli.Ran;
import dev.highstreet.dashboard.shell.Unavailable;
import dev.highstreet.dashboard.simulator.RealismReport;
import dev.highstreet.dashboard.tasks.Work;
import dev.highstreet.simulator.calibrate.report.RealismFile;
import dev.highstreet.simulator.profile.Profile;
import dev.highstreet.simulator.profile.ProfileFile;
import dev.highstreet.simulator.profile.ShippedProfile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RealismReportsTest {
  private static final ZoneId LONDON = ZoneId.of("Europe/London");
  private static final Profile GIFT_SHOP = ShippedProfile.GIFT_SHOP.load();

  @TempDir Path folder;
  private final List<String> told = new ArrayList<>();

  private RealismReports reports(Optional<String> shipped) {
    return new RealismReports(folder, GIFT_SHOP, LONDON, shipped);
  }

  private String measure(RealismReports reports) throws InterruptedException {
    return reports.measure((share, words) -> told.add(words));
  }

  @Test
  void shopThatIsShippedComesWithTheReportOnItself() {
    RealismReports reports = reports(ShippedProfile.GIFT_SHOP.realism());

    RealismReport report = reports.report().orElseThrow();

    assertThat(reports.isOfThisShop(report)).isTrue();
    assertThat(report.report().file()).isEqualTo("online-retail.csv.gz");
    assertThat(report.report().scores()).hasSize(20);
    assertThat(report.report().charts().orders()).hasSize(3);
  }

  @Test
  void whatIsMeasuredHereIsWhatTheCommandSaysAndIsTheNewest() throws Exception {
    Ran simulated =
        Ran.highstreet(
            "simulate",
            "--to",
            "csv",
            "--out",
            folder.resolve("transactions.csv").toString(),
            "--customers",
            "120",
            "--days",
            "150");
    assertThat(simulated.exitCode()).as(simulated.err()).isZero();
    RealismReports reports = reports(ShippedProfile.GIFT_SHOP.realism());

    assertThat(measure(reports)).isEqualTo("Measured on transactions.csv.");

    RealismReport report = reports.report().orElseThrow();
    assertThat(report.report().file()).isEqualTo("transactions.csv");
    assertThat(report.report().scores()).hasSize(20);
    assertThat(reports.isOfThisShop(report)).as("it is of the shop that was fitted").isFalse();
    Profile fitted = ProfileFile.read(folder.resolve("profile.json"));
    assertThat(report.profile()).isEqualTo(RealismFile.fingerprint(fitted));
  }

  @Test
  void withoutAFileItIsSaidWhereToPutOne() {
    assertThat(reports(Optional.empty()).file()).isEmpty();
    assertThatThrownBy(() -> measure(reports(Optional.empty())))
        .isInstanceOf(Work.Refusal.class)
        .hasMessageContaining(folder.toString())
        .hasMessageContaining("transactions.csv or transactions.csv.gz");
  }

  @Test
  void fileFromWhichNothingCanBeLearntIsRefusedInTheCommandsWords() throws IOException {
    Files.writeString(folder.resolve("transactions.csv"), "a,b\n1,2\n");
    RealismReports reports = reports(Optional.empty());

    assertThatThrownBy(() -> measure(reports))
        .isInstanceOf(Work.Refusal.class)
        .hasMessageStartingWith("calibrate ended with exit code 2: ")
        .hasMessageContaining("InvoiceNo");
    assertThat(reports.report()).isEmpty();
  }

  @Test
  void reportThatCannotBeReadIsNamed() throws IOException {
    Files.writeString(folder.resolve("profile.realism.json"), "{}");
    assertThatThrownBy(() -> reports(Optional.empty()).report())
        .isInstanceOf(Unavailable.class)
        .hasMessageContaining("profile.realism.json");
    assertThatThrownBy(() -> reports(Optional.of("[]")).report())
        .isInstanceOf(Unavailable.class)
        .hasMessageContaining("beside the profile");
  }

  @Test
  void newestOfTwoIsShown() throws IOException {
    String shipped = ShippedProfile.GIFT_SHOP.realism().orElseThrow();
    String made = RealismReport.parse(shipped).made().toString();
    Files.writeString(
        folder.resolve("profile.realism.json"), shipped.replace(made, "2001-01-01T00:00:00Z"));

    assertThat(reports(Optional.of(shipped)).report().orElseThrow().made())
        .isEqualTo(Instant.parse(made));
    assertThat(reports(Optional.empty()).report().orElseThrow().made())
        .isEqualTo(Instant.parse("2001-01-01T00:00:00Z"));
  }
}
