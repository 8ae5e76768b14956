package dev.highstreet.dashboard.catalogue;

import static java.util.Objects.requireNonNull;

import java.util.Optional;

/**
 * Which products are asked for.
 *
 * @param word a product's id, or part of its name
 * @param category of the newest revision
 * @param after the last product of the page before
 */
public record ProductFilter(
    Optional<String> word, Optional<String> category, Optional<String> after) {
  public ProductFilter {
    requireNonNull(word, "word is null");
    requireNonNull(category, "category is null");
    requireNonNull(after, "after is null");
  }
}
