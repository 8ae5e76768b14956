package dev.highstreet.dashboard.sales;

import static java.util.Objects.requireNonNull;

import java.math.BigDecimal;

/**
 * One line of a ranked list.
 *
 * @param key of the category, product, store or channel
 * @param name for people
 * @param revenue in pounds
 */
public record Rank(String key, String name, BigDecimal revenue) {
  public Rank {
    requireNonNull(key, "key is null");
    requireNonNull(name, "name is null");
    requireNonNull(revenue, "revenue is null");
  }
}
