package dev.highstreet.dashboard.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(10)
class LiveHubTest {
  private final LiveHub hub = new LiveHub();

  @AfterEach
  void close() {
    hub.close();
  }

  @Test
  void oneRenderingServesAllViewersOfAPart() throws InterruptedException {
    AtomicInteger rendered = new AtomicInteger();
    List<LiveEvent> part = List.of(event("march", () -> "snapshot " + rendered.incrementAndGet()));
    Viewer first = new Viewer();
    Viewer second = new Viewer();

    hub.join(first, part);
    assertThat(next(first)).isEqualTo("snapshot 1");
    hub.join(second, List.of(event("march", () -> "never asked")));

    assertThat(next(second)).isEqualTo("snapshot 1");
    assertThat(hub.channels()).isEqualTo(1);
    assertThat(hub.viewers()).isEqualTo(2);
  }

  @Test
  void otherParametersAreAnotherPart() throws InterruptedException {
    Viewer march = new Viewer();
    Viewer april = new Viewer();
    hub.join(march, List.of(event("march", () -> "march")));
    hub.join(april, List.of(event("april", () -> "april")));

    assertThat(next(march)).isEqualTo("march");
    assertThat(next(april)).isEqualTo("april");
  }

  @Test
  void nothingIsRenderedForNobody() throws InterruptedException {
    AtomicInteger rendered = new AtomicInteger();
    Viewer viewer = new Viewer();
    List<LiveEvent> part = List.of(often("march", rendered::incrementAndGet));
    hub.join(viewer, part);
    next(viewer);
    hub.leave(viewer, part);

    assertThat(hub.channels()).isZero();
    assertThat(hub.viewers()).isZero();
    awaitRenderings("one may have been under way", 50);
    int known = rendered.get();
    awaitRenderings("time for many more", 50);
    assertThat(rendered).hasValue(known);
  }

  @Test
  void partThatFailsOnceIsRenderedAgain() throws InterruptedException {
    AtomicInteger asked = new AtomicInteger();
    Viewer viewer = new Viewer();
    hub.join(
        viewer,
        List.of(
            often(
                "march",
                () -> {
                  if (asked.incrementAndGet() == 1) {
                    throw new IllegalStateException("meant to fail, once");
                  }
                  return "recovered";
                })));

    assertThat(next(viewer)).isEqualTo("recovered");
  }

  @Test
  void unchangedPartIsNotSentAgain() throws InterruptedException {
    List<String> told = new CopyOnWriteArrayList<>();
    AtomicInteger renderedSince = new AtomicInteger();
    Viewer viewer = new Viewer();
    hub.join(
        viewer,
        List.of(
            often(
                "march",
                () -> {
                  if (!told.isEmpty() && renderedSince.incrementAndGet() == 20) {
                    viewer.leave();
                  }
                  return "the same";
                })));

    viewer.serve((event, data) -> told.add(data), Duration.ofMinutes(1));

    assertThat(told).containsExactly("the same");
  }

  /** Another part, rendered on the same threads, so that time passes for all. */
  private void awaitRenderings(String why, int times) throws InterruptedException {
    CountDownLatch left = new CountDownLatch(times);
    Viewer other = new Viewer();
    List<LiveEvent> part =
        List.of(
            often(
                why,
                () -> {
                  left.countDown();
                  return why;
                }));
    hub.join(other, part);
    assertThat(left.await(5, TimeUnit.SECONDS)).as(why).isTrue();
    hub.leave(other, part);
  }

  private static LiveEvent often(String key, Supplier<?> render) {
    return new LiveEvent("part", key, Duration.ofMillis(1), () -> String.valueOf(render.get()));
  }

  private static LiveEvent event(String key, Supplier<String> render) {
    return new LiveEvent("part", key, Duration.ofHours(1), render);
  }

  private static String next(Viewer viewer) throws InterruptedException {
    String[] got = new String[1];
    Thread reader = Thread.currentThread();
    try {
      viewer.serve(
          (event, data) -> {
            got[0] = data;
            reader.interrupt();
          },
          Duration.ofMinutes(1));
    } catch (InterruptedException e) {
      return got[0];
    }
    return got[0];
  }
}
