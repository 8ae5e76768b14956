package dev.highstreet.dashboard.sales;

import static java.util.Objects.requireNonNull;

/**
 * A store that one can filter by.
 *
 * @param id as orders name it
 * @param name for people
 * @param channel its type
 */
public record Shop(String id, String name, String channel) {
  public Shop {
    requireNonNull(id, "id is null");
    requireNonNull(name, "name is null");
    requireNonNull(channel, "channel is null");
  }
}
