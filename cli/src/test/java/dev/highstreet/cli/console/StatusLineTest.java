package dev.highstreet.cli.console;

import static org.assertj.core.api.Assertions.assertThat;

import dev.highstreet.cli.Ran;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;

class StatusLineTest {
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();

  @Test
  void terminalSeesOneLineThatIsRedrawn() {
    StatusLine line = line(true);
    line.show("1 order");
    line.show("1 order");
    line.show("2 orders");
    line.end();
    assertThat(shown()).isEqualTo("\r\u001b[K1 order\r\u001b[K2 orders" + System.lineSeparator());
  }

  @Test
  void elsewhereALineIsPrintedNowAndThen() {
    StatusLine line = line(false);
    line.show("1 order");
    line.show("2 orders"); // a moment later
    line.end();
    assertThat(shown()).isEqualTo("1 order" + System.lineSeparator());
  }

  private StatusLine line(boolean terminal) {
    return new StatusLine(
        new Surroundings(
            System.out,
            new PrintStream(err, true, StandardCharsets.UTF_8),
            terminal,
            Map.of(),
            Path.of(""),
            Ran.AMPLE,
            Instant.EPOCH));
  }

  private String shown() {
    return err.toString(StandardCharsets.UTF_8);
  }
}
