package dev.highstreet.dashboard.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(10)
class ViewerTest {
  private static final Duration LONG = Duration.ofMinutes(1);
  private final Viewer viewer = new Viewer();
  private final List<String> sent = new ArrayList<>();

  @Test
  void slowViewerGetsOnlyTheNewestOfEachEvent() throws InterruptedException {
    viewer.tell("strip", "1");
    viewer.tell("orders", "a");
    viewer.tell("strip", "2");

    serveUntil(2);

    assertThat(sent).containsExactly("strip 2", "orders a");
  }

  @Test
  void quietIsBrokenByAHeartbeat() throws InterruptedException {
    viewer.serve(
        (event, data) -> {
          sent.add(event);
          viewer.leave();
        },
        Duration.ofMillis(1));

    assertThat(sent).containsExactly("heartbeat");
  }

  @Test
  void nothingIsSentToOneWhoHasLeft() throws InterruptedException {
    viewer.tell("strip", "1");
    viewer.leave();

    viewer.serve((event, data) -> sent.add(event), LONG);

    assertThat(sent).isEmpty();
  }

  private void serveUntil(int events) throws InterruptedException {
    viewer.serve(
        (event, data) -> {
          sent.add(event + " " + data);
          if (sent.size() == events) {
            viewer.leave();
          }
        },
        LONG);
  }
}
