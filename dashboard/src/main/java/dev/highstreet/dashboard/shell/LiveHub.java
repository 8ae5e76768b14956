package dev.highstreet.dashboard.shell;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Feeds every open page. A {@link LiveChannel} exists for as long as someone watches it, so nothing
 * is queried for nobody, and each snapshot is rendered once however many watch.
 */
public final class LiveHub implements AutoCloseable {
  private static final int RENDERING_THREADS = 2;

  private final Map<String, LiveChannel> channels = new ConcurrentHashMap<>();
  private final Set<Viewer> viewers = ConcurrentHashMap.newKeySet();
  private final AtomicInteger threads = new AtomicInteger();
  private final ScheduledExecutorService renderers =
      Executors.newScheduledThreadPool(
          RENDERING_THREADS,
          task -> {
            Thread thread = new Thread(task, "dashboard-live-" + threads.incrementAndGet());
            thread.setDaemon(true);
            return thread;
          });

  /** Starts to tell a viewer of these events, beginning with what they are now. */
  public void join(Viewer viewer, List<LiveEvent> events) {
    viewers.add(viewer);
    for (LiveEvent event : events) {
      channels.compute(
          event.name() + " " + event.key(),
          (key, channel) -> {
            LiveChannel joined = channel == null ? new LiveChannel(event, renderers) : channel;
            joined.add(viewer);
            return joined;
          });
    }
  }

  /** Stops telling a viewer; a channel that nobody watches any more ends. */
  public void leave(Viewer viewer, List<LiveEvent> events) {
    viewers.remove(viewer);
    for (LiveEvent event : events) {
      channels.computeIfPresent(
          event.name() + " " + event.key(),
          (key, channel) -> channel.remove(viewer) ? null : channel);
    }
  }

  /** How many pages are open. */
  public int viewers() {
    return viewers.size();
  }

  /** How many different parts are being rendered. */
  int channels() {
    return channels.size();
  }

  @Override
  public void close() {
    renderers.shutdownNow();
    viewers.forEach(Viewer::leave);
    channels.values().forEach(LiveChannel::end);
    channels.clear();
  }
}
