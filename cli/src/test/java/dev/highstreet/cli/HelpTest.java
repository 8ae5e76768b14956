package dev.highstreet.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HelpTest {
  @Test
  void helpNamesEveryCommand() {
    Ran help = Ran.highstreet("--help");
    assertThat(help.exitCode()).isZero();
    assertThat(help.out())
        .contains(
            "demo ",
            "up ",
            "replay ",
            "simulate ",
            "send ",
            "calibrate ",
            "control ",
            "submit ",
            "stop ",
            "backfill ",
            "dead-letters ",
            "check ",
            "verify ",
            "bench ",
            "doctor ");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "demo",
        "up",
        "replay",
        "simulate",
        "send",
        "calibrate",
        "control",
        "submit",
        "stop",
        "backfill",
        "dead-letters",
        "dead-letters list",
        "dead-letters show",
        "dead-letters replay",
        "check",
        "verify",
        "bench",
        "doctor"
      })
  void everyCommandHelpsWithoutDoingAnything(String command) {
    Ran help = Ran.highstreet((command + " --help").split(" "));
    assertThat(help.exitCode()).isZero();
    assertThat(help.out()).startsWith("Usage: highstreet " + command);
    assertThat(help.err()).isEmpty();
  }

  @Test
  void versionIsOneLine() {
    Ran version = Ran.highstreet("--version");
    assertThat(version.exitCode()).isZero();
    assertThat(version.out().lines()).singleElement().asString().startsWith("highstreet ");
  }
}
