package dev.highstreet.dashboard.shell;

import static java.util.Objects.requireNonNull;

import io.javalin.http.Context;
import io.javalin.http.Handler;
import io.javalin.http.HttpResponseException;
import io.javalin.http.HttpStatus;
import io.javalin.plugin.bundled.RateLimitPlugin;
import java.util.concurrent.TimeUnit;

/**
 * How often a minute one network address may ask for one route; what is beyond is answered with
 * 429.
 *
 * @param aMinute at least 1
 */
public record RateLimit(int aMinute) {
  public RateLimit {
    if (aMinute < 1) {
      throw new IllegalArgumentException("aMinute is " + aMinute + ", but must be at least 1");
    }
  }

  /** Counts by the address that is connected: what a header says of it, its sender chose. */
  public static RateLimitPlugin plugin() {
    return new RateLimitPlugin(
        limits ->
            limits.setKeyFunction(
                request -> request.ip() + " " + request.method() + " " + request.endpoint().path));
  }

  /** The handler, asked no oftener than so. */
  public Handler on(Handler handler) {
    requireNonNull(handler, "handler is null");
    return request -> {
      count(request);
      handler.handle(request);
    };
  }

  private void count(Context request) {
    try {
      request.with(RateLimitPlugin.class).requestPerTimeUnit(aMinute, TimeUnit.MINUTES);
    } catch (HttpResponseException e) {
      request.header("Retry-After", "60");
      throw new RequestProblem(
          HttpStatus.TOO_MANY_REQUESTS,
          "Too many requests",
          "%s takes %d requests a minute from one address: wait a minute."
              .formatted(request.endpoint().path, aMinute));
    }
  }
}
