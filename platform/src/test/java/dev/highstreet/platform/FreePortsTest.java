package dev.highstreet.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import org.junit.jupiter.api.Test;

class FreePortsTest {
  private final FreePorts ports = new FreePorts();

  @Test
  void busyPortIsSkippedForTheNextFreeOne() throws IOException {
    try (ServerSocket busy = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      assertThat(FreePorts.isFree(busy.getLocalPort())).isFalse();
      assertThat(ports.next(busy.getLocalPort()))
          .isBetween(busy.getLocalPort() + 1, busy.getLocalPort() + FreePorts.SEARCHED - 1);
    }
  }

  @Test
  void samePortIsNeverHandedOutTwice() {
    int first = ports.next(0);
    assertThat(ports.next(first)).isNotEqualTo(first);
  }

  @Test
  void portOutOfRangeIsRefused() {
    assertThatThrownBy(() -> ports.next(65_536))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("65536");
  }
}
