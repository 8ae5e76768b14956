package dev.highstreet.dashboard.shell;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One live event and those who watch it. */
final class LiveChannel {
  private static final Logger LOG = LoggerFactory.getLogger(LiveChannel.class);

  private final LiveEvent event;
  private final Set<Viewer> viewers = ConcurrentHashMap.newKeySet();
  private final Future<?> rendering;
  private volatile String newest;

  LiveChannel(LiveEvent event, ScheduledExecutorService renderers) {
    this.event = event;
    this.rendering =
        renderers.scheduleWithFixedDelay(
            this::renderAndTell, 0, event.every().toMillis(), TimeUnit.MILLISECONDS);
  }

  void add(Viewer viewer) {
    viewers.add(viewer);
    String known = newest;
    if (known != null) {
      viewer.tell(event.name(), known);
    }
  }

  /** Whether nobody is left; then the channel has ended. */
  boolean remove(Viewer viewer) {
    viewers.remove(viewer);
    if (viewers.isEmpty()) {
      end();
      return true;
    }
    return false;
  }

  void end() {
    rendering.cancel(true);
  }

  private void renderAndTell() {
    try {
      String rendered = event.render().get();
      if (!rendered.equals(newest)) {
        newest = rendered;
        viewers.forEach(viewer -> viewer.tell(event.name(), rendered));
      }
    } catch (RuntimeException e) {
      // a throw would end the schedule, and with it the page's updates for good
      LOG.error("Cannot render live event {} {}", event.name(), event.key(), e);
    }
  }
}
