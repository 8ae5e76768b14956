package dev.highstreet.dashboard.catalogue;

import static java.util.Objects.requireNonNull;

/**
 * A merchandise category.
 *
 * @param products how many of it are sold now
 */
public record Category(String name, long products) {
  public Category {
    requireNonNull(name, "name is null");
  }
}
