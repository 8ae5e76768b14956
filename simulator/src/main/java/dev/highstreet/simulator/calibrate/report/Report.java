package dev.highstreet.simulator.calibrate.report;

import static java.util.Objects.requireNonNull;

import dev.highstreet.simulator.calibrate.SalesHistory;
import dev.highstreet.simulator.calibrate.history.HistoryReading;
import dev.highstreet.simulator.calibrate.report.ReportPage.ChartSet;
import dev.highstreet.simulator.calibrate.score.Measure;
import dev.highstreet.simulator.calibrate.score.Score;
import dev.highstreet.simulator.calibrate.score.Scorecard;
import dev.highstreet.simulator.profile.Profile;
import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * What came of a calibration, as one page of HTML that needs nothing else: no network, no other
 * file. It follows the reader's choice of light or dark.
 *
 * @param file the name of the file that was read
 * @param reading what was read
 * @param profile what was fitted
 * @param notes what the file could not tell, and what was taken instead
 * @param scorecard null if nothing was scored
 * @param unscored why not; empty if it was
 */
public record Report(
    String file,
    HistoryReading reading,
    Profile profile,
    List<String> notes,
    Scorecard scorecard,
    String unscored) {
  /** Refuses what is incomplete, and keeps a copy. */
  public Report {
    requireNonNull(file, "file is null");
    requireNonNull(reading, "reading is null");
    requireNonNull(profile, "profile is null");
    requireNonNull(unscored, "unscored is null");
    notes = List.copyOf(notes);
  }

  /**
   * Writes the page, over one that is there, and makes the folder for it.
   *
   * @throws IOException if it cannot be written
   */
  public void write(Path page) throws IOException {
    Files.createDirectories(page.toAbsolutePath().getParent());
    Files.writeString(page, html());
  }

  /** The page. */
  public String html() {
    StringOutput html = new StringOutput();
    TemplateEngine.createPrecompiled(ContentType.Html)
        .render("calibration/report.jte", Map.of("page", page(), "style", style()), html);
    return html.toString();
  }

  /** What the page shows. */
  ReportPage page() {
    return new ReportPage(
        profile.name(),
        file,
        profile.source(),
        facts(),
        verdict(),
        reading.droppedByReason().entrySet().stream()
            .map(reason -> new Fact(reason.getKey(), count(reason.getValue()), ""))
            .toList(),
        notes,
        scorecard == null ? List.of() : scorecard.scores().stream().map(ScoreRow::of).toList(),
        unscored,
        scorecard == null
            ? null
            : ChartSet.of(new Charts(scorecard, reading.history().first(), profile.currency())),
        Provenance.of(profile));
  }

  private List<Fact> facts() {
    SalesHistory history = reading.history();
    long dropped = reading.droppedByReason().values().stream().mapToLong(Long::longValue).sum();
    return List.of(
        new Fact(
            "Rows",
            count(reading.rows()),
            dropped == 0 ? "all taken" : count(dropped) + " left out"),
        new Fact(
            "Orders",
            count(history.orders().size()),
            "%s to %s".formatted(history.first(), history.last())),
        new Fact("Known customers", count(history.customers()), ""),
        new Fact("Products", count(history.products().size()), ""),
        new Fact("Returns", count(history.returns().size()), ""));
  }

  private List<Fact> verdict() {
    List<Fact> facts = new ArrayList<>();
    if (scorecard != null) {
      long taken = scorecard.scores().stream().filter(Score::isTaken).count();
      long met = scorecard.scores().stream().filter(Score::isMet).count();
      facts.add(new Fact("Goals met", "%d of %d".formatted(met, taken), ""));
      facts.add(fact(Measure.CLOSENESS, "1 is the same, over nine distributions"));
      facts.add(fact(Measure.AUC, "0.5 is guessing, 1 tells every order"));
    }
    return facts;
  }

  private Fact fact(Measure measure, String note) {
    String value = ScoreRow.figure(scorecard.score(measure).value());
    return new Fact(measure == Measure.AUC ? "Classifier" : "Closeness", value, note);
  }

  private static String count(long number) {
    return String.format(Locale.ROOT, "%,d", number);
  }

  private static String style() {
    try (InputStream style = Report.class.getResourceAsStream("report.css")) {
      return new String(style.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
