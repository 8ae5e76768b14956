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
  private String newest;

  LiveChannel(LiveEvent event, ScheduledExecutorService renderers) {
    this.event = event;
    this.rendering =
        renderers.scheduleWithFixedDelay(
            this::renderAndTell, 0, event.every().toMillis(), TimeUnit.MILLISECONDS);
  }

  /** From now on the viewer is told; first of all, what is known already. */
  synchronized void add(Viewer viewer) {
    viewers.add(viewer);
    if (newest != null) {
      viewer.tell(event.name(), newest);
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

  /** Renders no more. What is being read is read to its end: others may share it. */
  void end() {
    rendering.cancel(false);
  }

  private void renderAndTell() {
    try {
      tell(event.render().get());
    } catch (RuntimeException e) {
      // a throw would end the schedule, and with it the page's updates for good
      LOG.error("Cannot render live event {} {}", event.name(), event.key(), e);
    }
  }

  private synchronized void tell(String rendered) {
    if (!rendered.equals(newest)) {
      newest = rendered;
      viewers.forEach(viewer -> viewer.tell(event.name(), rendered));
    }
  }
}
