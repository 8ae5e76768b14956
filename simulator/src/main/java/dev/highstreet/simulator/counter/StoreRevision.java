package dev.highstreet.simulator.counter;

import static java.util.Objects.requireNonNull;

import dev.highstreet.schemas.StoreType;
import java.time.Instant;

/**
 * A revision of a store of others.
 *
 * @param id at most 200 characters
 * @param number 1, 2, …; {@link Revision#NEXT} for the next
 * @param name at most 512 characters
 * @param type its sales channel, which never changes
 * @param city at most 512 characters; null for a store without an address
 * @param postcode at most 512 characters; null for a store without an address
 * @param manager at most 512 characters; null when unknown
 * @param openingHours in words, at most 512 characters; null where they do not apply
 * @param commissionRate share of net sales that a marketplace keeps, 0 to 1; null elsewhere
 * @param rating what customers think of it, 1 to 5; null when unknown
 * @param openedAt in the years 1900 to 9999; null for what was told before, or else for when it is
 *     first told of
 */
public record StoreRevision(
    String id,
    int number,
    String name,
    StoreType type,
    String city,
    String postcode,
    String manager,
    String openingHours,
    Double commissionRate,
    Double rating,
    Instant openedAt)
    implements Revision {
  private static final Instant FIRST_OPENING = Instant.parse("1900-01-01T00:00:00Z");
  private static final Instant LAST_OPENING = Instant.parse("9999-12-30T23:59:59.999Z");

  /**
   * Refuses what the contract does.
   *
   * @throws RefusedException naming the field
   */
  public StoreRevision {
    Bounds.id("id", id);
    Bounds.between("revision", number, NEXT, Integer.MAX_VALUE);
    Bounds.requiredText("name", name);
    if (type == null) {
      throw new RefusedException("type", "type is missing: give WEBSITE, MARKETPLACE or SHOP");
    }
    Bounds.optionalText("city", city);
    Bounds.optionalText("postcode", postcode);
    Bounds.optionalText("manager", manager);
    Bounds.optionalText("openingHours", openingHours);
    Bounds.optionalBetween("commissionRate", commissionRate, 0, 1);
    Bounds.optionalBetween("rating", rating, 1, 5);
    if (openedAt != null) {
      if (openedAt.isBefore(FIRST_OPENING) || openedAt.isAfter(LAST_OPENING)) {
        throw new RefusedException(
            "openedAt",
            "openedAt is %s: give a time from %s to %s"
                .formatted(openedAt, FIRST_OPENING, LAST_OPENING));
      }
      openedAt = Instant.ofEpochMilli(openedAt.toEpochMilli()); // as events keep it
    }
  }

  @Override
  public StoreRevision kept(int kept, Revision known, Instant now) {
    StoreRevision before = (StoreRevision) known;
    if (before != null && before.type() != type) {
      throw new RefusedException(
          "type",
          "type is %s, and %s is a %s: a store never changes its type; give another store another id"
              .formatted(type, id, before.type()));
    }
    Instant opened = before == null ? requireNonNull(now, "now is null") : before.openedAt();
    return new StoreRevision(
        id,
        kept,
        name,
        type,
        city,
        postcode,
        manager,
        openingHours,
        commissionRate,
        rating,
        openedAt == null ? opened : openedAt);
  }
}
