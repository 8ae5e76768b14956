package dev.highstreet.dashboard.shell;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.util.function.Supplier;

/**
 * A part of a page that is kept up to date while someone watches: rendered once for all its
 * viewers.
 *
 * @param name what the browser listens for; also the id of the element that it replaces
 * @param key tells apart events of one name with different parameters
 * @param every how long to wait between renderings
 * @param render the whole part as HTML; sent only when it differs from what was sent last
 */
public record LiveEvent(String name, String key, Duration every, Supplier<String> render) {
  public LiveEvent {
    requireNonNull(name, "name is null");
    requireNonNull(key, "key is null");
    requireNonNull(render, "render is null");
    if (every.isNegative() || every.isZero()) {
      throw new IllegalArgumentException("every is " + every + ", but must be positive");
    }
  }
}
