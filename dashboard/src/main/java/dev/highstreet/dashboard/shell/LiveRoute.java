package dev.highstreet.dashboard.shell;

import static java.util.Objects.requireNonNull;

import io.javalin.http.Context;
import io.javalin.http.sse.SseClient;
import io.javalin.http.sse.SseHandler;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** {@code GET /live?page=…}: the one event stream of an open page. */
public final class LiveRoute {
  private static final Logger LOG = LoggerFactory.getLogger(LiveRoute.class);
  private static final Duration HEARTBEAT = Duration.ofSeconds(5);

  /** Each viewer holds a thread and a connection; far above what one room of people needs. */
  private static final int MOST_VIEWERS = 500;

  /** The page of whose own parts none is kept up to date; only what every page shows is. */
  public static final String STILL = "still";

  private final LiveHub hub;
  private final Map<String, Function<Parameters, List<LiveEvent>>> pages;
  private final List<LiveEvent> everywhere;

  /**
   * Knows the pages that have a stream.
   *
   * @param pages the events of each page, by the page's name, for the parameters of its URL
   * @param everywhere what every page shows
   */
  public LiveRoute(
      LiveHub hub,
      Map<String, Function<Parameters, List<LiveEvent>>> pages,
      List<LiveEvent> everywhere) {
    this.hub = requireNonNull(hub, "hub is null");
    this.pages = Map.copyOf(pages);
    this.everywhere = List.copyOf(everywhere);
  }

  /**
   * Opens the stream.
   *
   * @throws WrongParameter if the page is unknown, or its parameters are wrong
   */
  public void open(Context request) {
    Parameters parameters = Parameters.of(request);
    List<String> names = pages.keySet().stream().sorted().toList();
    String page =
        parameters
            .oneOf("page", names)
            .orElseThrow(() -> new WrongParameter("page", "", String.join(" or ", names)));
    List<LiveEvent> events = new ArrayList<>(everywhere);
    events.addAll(pages.get(page).apply(parameters));
    String accept = Objects.requireNonNullElse(request.header("Accept"), "");
    if (!accept.contains("text/event-stream")) {
      throw new WrongParameter("Accept", accept, "text/event-stream, as EventSource sends it");
    }
    if (hub.viewers() >= MOST_VIEWERS) {
      request.status(503).header("Retry-After", "15");
      request.contentType("text/plain; charset=utf-8");
      request.result("Already " + MOST_VIEWERS + " pages are open, the most there may be.\n");
      return;
    }
    new SseHandler(client -> serve(client, events)).handle(request);
  }

  private void serve(SseClient client, List<LiveEvent> events) {
    client.keepAlive();
    Viewer viewer = new Viewer();
    client.onClose(viewer::leave);
    Thread thread = new Thread(() -> feed(client, viewer, events), "dashboard-viewer");
    thread.setDaemon(true);
    thread.start();
  }

  private void feed(SseClient client, Viewer viewer, List<LiveEvent> events) {
    try {
      hub.join(viewer, events);
      viewer.serve(client::sendEvent, HEARTBEAT);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (RuntimeException e) {
      LOG.debug("A viewer's connection broke", e);
    } finally {
      hub.leave(viewer, events);
      client.close();
    }
  }
}
