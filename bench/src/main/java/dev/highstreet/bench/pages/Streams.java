package dev.highstreet.bench.pages;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.IntFunction;

/** Event streams that are held open and read, each as a browser would. */
final class Streams implements AutoCloseable {
  private final AtomicLong events = new AtomicLong();
  private final AtomicLong ended = new AtomicLong();
  private volatile boolean closing;

  private Streams() {}

  /** Opens so many of them, and reads them until closed. */
  static Streams open(int count, IntFunction<URI> address) {
    Streams streams = new Streams();
    HttpClient client = HttpClient.newHttpClient();
    for (int i = 0; i < count; i++) {
      HttpRequest request =
          HttpRequest.newBuilder(address.apply(i)).header("Accept", "text/event-stream").build();
      Thread reader = new Thread(() -> streams.read(client, request), "stream-" + i);
      reader.setDaemon(true);
      reader.start();
    }
    return streams;
  }

  private void read(HttpClient client, HttpRequest request) {
    try (var lines = client.send(request, BodyHandlers.ofLines()).body()) {
      lines.filter(line -> line.startsWith("event:")).forEach(line -> events.incrementAndGet());
    } catch (Exception e) {
      System.err.println(request.uri() + ": " + e);
    }
    if (!closing) {
      ended.incrementAndGet();
    }
  }

  /** Events that came, heartbeats among them. */
  long events() {
    return events.get();
  }

  /** Streams that were not open to the end. */
  long ended() {
    return ended.get();
  }

  @Override
  public void close() {
    closing = true; // the threads are daemons, and end with the process
  }
}
