package dev.highstreet.cli.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.highstreet.cli.Ran;
import dev.highstreet.cli.console.Surroundings;
import dev.highstreet.platform.FreePorts;
import dev.highstreet.platform.PlatformException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PortChoiceTest {
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();
  private final PortChoice ports =
      new PortChoice(
          new Surroundings(
              System.out,
              new PrintStream(err, true, StandardCharsets.UTF_8),
              false,
              Map.of(),
              Path.of(""),
              Ran.AMPLE,
              Instant.EPOCH));

  @Test
  void busyPortGivesWayToTheNextAndSaysSo() throws IOException {
    try (ServerSocket busy = listen(0)) {
      int port = ports.of("Kafka", busy.getLocalPort());
      assertThat(port).isGreaterThan(busy.getLocalPort());
      assertThat(said())
          .isEqualTo("Port %d is busy; Kafka takes %d.".formatted(busy.getLocalPort(), port));
    }
  }

  @Test
  void freePortIsTakenSilently() {
    int free = new FreePorts().next(0);
    assertThat(ports.of("Kafka", free)).isEqualTo(free);
    assertThat(said()).isEmpty();
  }

  @Test
  void portThatSomebodyTakesFirstGivesWayToo() throws IOException {
    int free = new FreePorts().next(0);
    List<ServerSocket> others = new ArrayList<>();
    int port =
        ports.listen(
            "Kafka",
            free,
            chosen -> {
              if (others.isEmpty()) {
                others.add(listen(chosen));
                throw new PlatformException("address in use");
              }
              return chosen;
            });
    assertThat(port).isGreaterThan(free);
    assertThat(said()).isEqualTo("Port %d is busy; Kafka takes %d.".formatted(free, port));
    others.get(0).close();
  }

  @Test
  void serverThatFailsOnAFreePortHasAnotherReason() {
    assertThatThrownBy(
            () ->
                ports.listen(
                    "Kafka",
                    0,
                    port -> {
                      throw new PlatformException("the log is damaged");
                    }))
        .hasMessage("the log is damaged");
  }

  private String said() {
    return err.toString(StandardCharsets.UTF_8).strip();
  }

  private static ServerSocket listen(int port) {
    try {
      return new ServerSocket(port, 1, InetAddress.getLoopbackAddress());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
