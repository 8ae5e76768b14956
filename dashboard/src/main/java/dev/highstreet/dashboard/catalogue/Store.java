package dev.highstreet.dashboard.catalogue;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.Optional;

/**
 * A store at its newest revision.
 *
 * @param type its channel: {@code WEBSITE}, {@code MARKETPLACE} or {@code SHOP}
 * @param city empty for a store without an address
 * @param postcode empty for a store without an address
 * @param openingHours in words; empty where they do not apply
 */
public record Store(
    String id,
    int revision,
    String name,
    String type,
    Optional<String> city,
    Optional<String> postcode,
    Optional<String> openingHours,
    Instant openedAt) {
  public Store {
    requireNonNull(id, "id is null");
    requireNonNull(name, "name is null");
    requireNonNull(type, "type is null");
    requireNonNull(city, "city is null");
    requireNonNull(postcode, "postcode is null");
    requireNonNull(openingHours, "openingHours is null");
    requireNonNull(openedAt, "openedAt is null");
  }
}
