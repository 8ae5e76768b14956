package dev.highstreet.simulator.calibrate.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.highstreet.simulator.calibrate.GiftShop;
import dev.highstreet.simulator.calibrate.SalesHistory;
import dev.highstreet.simulator.calibrate.history.HistoryReading;
import dev.highstreet.simulator.calibrate.score.Measure;
import dev.highstreet.simulator.calibrate.score.Scorecard;
import dev.highstreet.simulator.profile.Profile;
import dev.highstreet.simulator.profile.SampleProfile;
import dev.highstreet.simulator.profile.WorldProfile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReportTest {
  private static final SalesHistory SHOP = GiftShop.ofCustomers(200, 1);
  private static final Profile PROFILE = SampleProfile.small();

  @TempDir Path folder;

  @Test
  void everyMeasureHasItsRowAndEverySectionItsOrigin() {
    String html = report(SHOP, Map.of(), List.of()).html();
    for (Measure measure : Measure.values()) {
      assertThat(html).contains(measure.label());
    }
    for (String section : List.of("season", "hours", "shoppers", "visits", "world")) {
      assertThat(html).contains("<code>" + section);
    }
    assertThat(html).contains("made up for tests").contains("chip assumed");
  }

  @Test
  void fileSaysWhatThePageSaysAndWhichProfileItIsAboutAndWhen() throws Exception {
    Path file = RealismFile.beside(folder.resolve("shop.json"));
    Instant made = Instant.parse("2026-11-26T12:00:00Z");

    RealismFile.write(report(SHOP, Map.of("<i>", 3L), List.of("A note.")), PROFILE, made, file);

    assertThat(file).hasFileName("shop.realism.json");
    JsonNode json = new ObjectMapper().readTree(file.toFile());
    assertThat(json.path("made").asText()).isEqualTo("2026-11-26T12:00:00Z");
    assertThat(json.path("profile").asText()).isEqualTo(RealismFile.fingerprint(PROFILE));
    JsonNode report = json.path("report");
    assertThat(report.path("scores"))
        .extracting(score -> score.path("label").asText())
        .containsExactlyElementsOf(Arrays.stream(Measure.values()).map(Measure::label).toList());
    assertThat(report.path("scores"))
        .allSatisfy(score -> assertThat(score.path("definition").asText()).endsWith("."));
    assertThat(report.path("notes").get(0).asText()).isEqualTo("A note.");
    assertThat(report.path("dropped").get(0).path("label").asText()).isEqualTo("<i>");
    assertThat(json.toString()).doesNotContain("NaN", "Infinity");
  }

  @Test
  void everyChartHasItsFiguresAsATable() throws Exception {
    String text = RealismFile.format(report(SHOP, Map.of(), List.of()), PROFILE, Instant.EPOCH);
    JsonNode charts = new ObjectMapper().readTree(text).path("report").path("charts");

    List<JsonNode> tables = charts.findValues("table");
    assertThat(tables).hasSizeGreaterThan(10);
    assertThat(tables)
        .allSatisfy(
            table -> {
              assertThat(table.path("rows")).isNotEmpty();
              assertThat(table.path("rows").get(0).path("real").asText()).isNotBlank();
            });
  }

  @Test
  void profileIsToldFromItselfOnceAFigureIsChanged() {
    assertThat(RealismFile.fingerprint(PROFILE))
        .hasSize(64)
        .isEqualTo(RealismFile.fingerprint(SampleProfile.small()))
        .isNotEqualTo(
            RealismFile.fingerprint(
                SampleProfile.of(
                    WorldProfile.priors().with(WorldProfile.priors().browsing().sampledAt(0.01)))));
  }

  @Test
  void pageNeedsNothingElse() {
    String html = report(SHOP, Map.of(), List.of()).html();
    assertThat(html)
        .doesNotContain("http:", "https:", "src=", "<link", "@import", "url(", "<script");
    assertThat(html).contains("prefers-color-scheme", "light dark");
  }

  @Test
  void chartsAreDrawnInNumbers() {
    String html = report(SHOP, Map.of(), List.of()).html();
    assertThat(html.split("<svg", -1)).hasSizeGreaterThan(11);
    assertThat(html).contains("class=\"week\"").doesNotContain("NaN", "Infinity", "null");
  }

  @Test
  void rowsLeftOutAndLimitsAreListed() {
    String html =
        report(
                SHOP,
                new TreeMap<>(Map.of("NON_POSITIVE_PRICE", 2_517L)),
                List.of("Orders have a day but no time: hours cannot be told."))
            .html();
    assertThat(html)
        .contains("NON_POSITIVE_PRICE")
        .contains("2,517 left out")
        .contains("Orders have a day but no time: hours cannot be told.");
  }

  @Test
  void whatAFileSaysIsTextAndNeverMarkup() {
    String html =
        new Report(
                "<b>shop</b>.csv",
                reading(SHOP, Map.of("<i>", 1L)),
                PROFILE,
                List.of("<script>alert(1)</script>"),
                null,
                "nobody asked for \"<u>scores</u>\"")
            .html();
    assertThat(html).doesNotContain("<b>shop", "<i>", "<script", "<u>scores");
    assertThat(html).contains("&lt;b&gt;shop", "&lt;script&gt;");
  }

  @Test
  void withoutScoresThePageSaysWhy() {
    String html =
        new Report("shop.csv", reading(SHOP, Map.of()), PROFILE, List.of(), null, "Nobody asked.")
            .html();
    assertThat(html).contains("Nobody asked.").doesNotContain("<svg");
  }

  @ParameterizedTest
  @ValueSource(ints = {4, 7, 30})
  void handfulOfCustomersIsDrawnAsFarAsItGoes(int customers) {
    String html = report(GiftShop.ofCustomers(customers, 1), Map.of(), List.of()).html();
    assertThat(html).contains("<svg").doesNotContain("NaN", "Infinity");
  }

  @Test
  void fileIsWrittenIntoAFolderThatIsMade() throws Exception {
    Path page = folder.resolve("new").resolve("report.html");
    report(SHOP, Map.of(), List.of()).write(page);
    assertThat(Files.readString(page)).startsWith("<!doctype html>").endsWith("</html>\n");
  }

  private static Report report(
      SalesHistory history, Map<String, Long> dropped, List<String> notes) {
    Scorecard card =
        Scorecard.of(history, (fitted, customers, seed) -> fitted, new Scorecard.Options(1, 1, 1));
    return new Report("shop.csv", reading(history, dropped), PROFILE, notes, card, "");
  }

  private static HistoryReading reading(SalesHistory history, Map<String, Long> dropped) {
    return new HistoryReading(history, Map.of(), 10_000, dropped);
  }
}
