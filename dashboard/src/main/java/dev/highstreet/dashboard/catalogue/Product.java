package dev.highstreet.dashboard.catalogue;

import static java.util.Objects.requireNonNull;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Optional;

/**
 * A product at its newest revision.
 *
 * @param id stock code
 * @param brand empty where it is not known
 * @param listPrice of one, in pounds
 * @param active false once it has left the range
 * @param effectiveFrom from when this revision is in force
 */
public record Product(
    String id,
    int revision,
    String name,
    String category,
    Optional<String> brand,
    BigDecimal listPrice,
    boolean active,
    Instant effectiveFrom) {
  public Product {
    requireNonNull(id, "id is null");
    requireNonNull(name, "name is null");
    requireNonNull(category, "category is null");
    requireNonNull(brand, "brand is null");
    requireNonNull(listPrice, "listPrice is null");
    requireNonNull(effectiveFrom, "effectiveFrom is null");
  }
}
