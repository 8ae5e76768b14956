package dev.highstreet.dashboard.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import dev.highstreet.dashboard.Browserless;
import dev.highstreet.dashboard.InventedShop;
import dev.highstreet.dashboard.Operations;
import dev.highstreet.dashboard.access.AccessRules;
import dev.highstreet.dashboard.access.Token;
import dev.highstreet.dashboard.shell.Problem;
import dev.highstreet.dashboard.shell.Unavailable;
import dev.highstreet.dashboard.tasks.Work;
import dev.highstreet.testsupport.Eventually;
import dev.highstreet.testsupport.PostgresExtension;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class RealismPageTest {
  private static final String TOKEN = "an operator's token of a test";
  private static final String[] OPERATOR = {"Authorization", "Bearer " + TOKEN};
  private static final Duration PATIENCE = Duration.ofSeconds(20);

  @RegisterExtension static final PostgresExtension POSTGRES = new PostgresExtension();

  private static Browserless with(Optional<Realism> realism) {
    return Browserless.on(
        InventedShop.empty(POSTGRES).url(),
        AccessRules.operatedWith(Token.of(TOKEN)),
        new Operations() {
          @Override
          public Optional<Realism> realism() {
            return realism;
          }
        });
  }

  @Test
  void everyScoreStandsBesideItsFloorWithItsDefinitionAndVerdict() {
    ReportOnFile shop = new ReportOnFile("");
    RealismReport.Body report = shop.report().orElseThrow().report();
    try (Browserless dashboard = with(Optional.of(shop))) {
      String page = dashboard.get("/simulator/realism").body();

      assertThat(report.scores()).hasSize(20);
      for (RealismReport.Score score : report.scores()) {
        assertThat(page)
            .contains(score.label(), score.definition())
            .contains(
                "<td class=\"n\">%s</td><td class=\"n\">%s</td>"
                    .formatted(score.value(), score.floor()));
      }
      assertThat(page)
          .contains("chip met\">met", "chip wrong\">missed")
          .contains("online-retail.csv.gz", "541,909", "played by this very profile")
          .doesNotContain("style=", "NaN");
      assertThat(page.split("role=\"img\"", -1)).hasSizeGreaterThan(13);
      assertThat(page.split("<details class=\"as-table\"", -1)).hasSizeGreaterThan(12);
    }
  }

  @Test
  void reportOnAnotherProfileThanTheOneThatIsPlayedSaysSo() {
    try (Browserless dashboard = with(Optional.of(new ReportOnFile("another")))) {
      assertThat(dashboard.get("/simulator/realism").body())
          .contains("Gift shop, is played by another profile")
          .doesNotContain("this very profile");
    }
  }

  @Test
  void operatorMeasuresOnAFileAndSeesWhatBecameOfIt() throws Exception {
    ReportOnFile shop = new ReportOnFile("");
    try (Browserless dashboard = with(Optional.of(shop))) {
      HttpResponse<String> tooEarly = dashboard.post("/simulator/realism/measure", "", OPERATOR);
      assertThat(tooEarly.statusCode()).isEqualTo(409);
      assertThat(tooEarly.body()).contains("transactions.csv", "data/&lt;realism&gt;");
      assertThat(dashboard.get("/simulator/realism").body())
          .contains("There is no file yet", "data/&lt;realism&gt;")
          .doesNotContain("data/<realism>");

      shop.put("transactions.csv.gz");
      assertThat(dashboard.post("/simulator/realism/measure", "").statusCode()).isEqualTo(401);
      assertThat(dashboard.post("/simulator/realism/measure", "", OPERATOR).statusCode())
          .isEqualTo(303);
      Eventually.wait(
          PATIENCE,
          "the outcome",
          () ->
              dashboard
                  .get("/simulator/realism")
                  .body()
                  .contains("Measured on transactions.csv.gz."));
      assertThat(shop.asked()).containsExactly("measure");
    }
  }

  @Test
  void whatIsNotThereSaysSoAndHowToMakeIt() {
    try (Browserless alone = with(Optional.empty())) {
      assertThat(alone.get("/simulator/realism").body())
          .contains("No simulated shop runs here", "./highstreet demo");
      HttpResponse<String> answer = alone.post("/simulator/realism/measure", "", OPERATOR);
      assertThat(answer.statusCode()).isEqualTo(409);
      assertThat(answer.body()).contains("./highstreet calibrate");
    }
    try (Browserless unmeasured = with(Optional.of(new Unmeasured(false)))) {
      assertThat(unmeasured.get("/simulator/realism").body())
          .contains("Nobody has measured Home shop", "./highstreet demo --profile PROFILE.json");
    }
  }

  @Test
  void reportThatCannotBeReadLeavesThePageWithAWayOut() {
    try (Browserless dashboard = with(Optional.of(new Unmeasured(true)))) {
      HttpResponse<String> page = dashboard.get("/simulator/realism");
      assertThat(page.statusCode()).isEqualTo(200);
      assertThat(page.body()).contains("its format is 2", "Measure on a file of yours");
    }
  }

  /** A shop without a report, or with one of another form. */
  private record Unmeasured(boolean broken) implements Realism {
    @Override
    public String shop() {
      return "Home shop";
    }

    @Override
    public Optional<RealismReport> report() {
      if (broken) {
        throw new Unavailable(new Problem("It cannot be read", "its format is 2"), null);
      }
      return Optional.empty();
    }

    @Override
    public boolean isOfThisShop(RealismReport report) {
      return false;
    }

    @Override
    public String folder() {
      return "data/realism";
    }

    @Override
    public Optional<String> file() {
      return Optional.empty();
    }

    @Override
    public String measure(Work.Progress progress) {
      throw new Work.Refusal("there is no file", null);
    }
  }
}
