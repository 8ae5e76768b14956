package dev.highstreet.dashboard.storefront;

import static java.util.Objects.requireNonNull;

/**
 * A station of an order's journey, in words.
 *
 * @param look class of its mark: empty once it is reached, {@code ahead} before, {@code side-exit}
 *     where the order left
 * @param took how long after it was sent, or when; empty where that is not known
 */
public record Station(String name, String icon, String look, String words, String took) {
  public Station {
    requireNonNull(name, "name is null");
    requireNonNull(icon, "icon is null");
    requireNonNull(look, "look is null");
    requireNonNull(words, "words is null");
    requireNonNull(took, "took is null");
  }

  static Station reached(String name, String icon, String words, String took) {
    return new Station(name, icon, "", words, took);
  }

  static Station ahead(String name, String icon, String words) {
    return new Station(name, icon, "ahead", words, "to come");
  }

  static Station left(String name, String icon, String words, String took) {
    return new Station(name, icon, "side-exit", words, took);
  }
}
