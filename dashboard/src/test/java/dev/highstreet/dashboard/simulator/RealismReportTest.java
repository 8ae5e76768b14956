package dev.highstreet.dashboard.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import org.junit.jupiter.api.Test;

class RealismReportTest {
  private static final String BODY =
      """
      {"shop": "Teapots", "file": "t.csv", "source": "", "facts": [], "verdict": [], "dropped": [],
       "notes": [], "scores": [], "unscored": "Nobody asked.", "charts": null, "sections": []}""";

  @Test
  void reportIsReadAsItWasWritten() {
    RealismReport report = RealismReport.parse(json(1, "2026-11-26T12:00:00Z", BODY));

    assertThat(report.made()).isEqualTo(Instant.parse("2026-11-26T12:00:00Z"));
    assertThat(report.profile()).isEqualTo("abc");
    assertThat(report.report().unscored()).isEqualTo("Nobody asked.");
    assertThat(report.report().charts()).isNull();
  }

  @Test
  void whatIsNoReportSaysWhy() {
    assertThatThrownBy(() -> RealismReport.parse("{"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("it is no report: ");
    assertThatThrownBy(() -> RealismReport.parse("null"))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> RealismReport.parse(json(2, "2026-11-26T12:00:00Z", BODY)))
        .hasMessage("its format is 2, and 1 can be read");
    assertThatThrownBy(() -> RealismReport.parse(json(1, "yesterday", BODY)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("yesterday");
    assertThatThrownBy(
            () ->
                RealismReport.parse(
                    json(1, "2026-11-26T12:00:00Z", BODY.replace("\"facts\": [],", ""))))
        .hasMessageContaining("facts");
    assertThatThrownBy(() -> RealismReport.parse(json(1, "2026-11-26T12:00:00Z", "null")))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private static String json(int format, String made, String body) {
    return "{\"format\": %d, \"made\": \"%s\", \"profile\": \"abc\", \"report\": %s}"
        .formatted(format, made, body);
  }
}
