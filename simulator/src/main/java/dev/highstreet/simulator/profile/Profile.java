package dev.highstreet.simulator.profile;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.regex.Pattern;

/**
 * A shop in figures: everything that a simulation needs to know, and nothing that names a customer
 * or a product.
 *
 * @param name what the shop is called
 * @param source where its figures come from, with the citation that the data ask for
 * @param currency three capitals, ISO 4217
 * @param zone the shop's time zone
 * @param first the first day of the period that was fitted
 * @param last the last day of the period that was fitted, included
 * @param customers how many customers there were in it
 * @param world what no transactions can tell
 */
public record Profile(
    String name,
    String source,
    String currency,
    ZoneId zone,
    LocalDate first,
    LocalDate last,
    int customers,
    Season season,
    HourOfWeek hours,
    Shoppers shoppers,
    Visits visits,
    Baskets baskets,
    Guests guests,
    Countries countries,
    Returns returns,
    WorldProfile world,
    Assortment assortment) {
  private static final Pattern CURRENCY = Pattern.compile("[A-Z]{3}");

  /** Refuses what cannot be. */
  public Profile {
    Checks.given("name", name);
    Checks.given("source", source);
    Checks.given("currency", currency);
    if (!CURRENCY.matcher(currency).matches()) {
      throw new IllegalArgumentException(
          "profile: currency is \"%s\": give three capitals, such as GBP".formatted(currency));
    }
    Checks.given("zone", zone);
    Checks.given("first", first);
    Checks.given("last", last);
    if (last.isBefore(first)) {
      throw new IllegalArgumentException(
          "profile: last is %s: give a day that is not before first, %s".formatted(last, first));
    }
    Checks.count("customers", customers, 1, Integer.MAX_VALUE);
    Checks.given("season", season);
    Checks.given("hours", hours);
    Checks.given("shoppers", shoppers);
    Checks.given("visits", visits);
    Checks.given("baskets", baskets);
    Checks.given("guests", guests);
    Checks.given("countries", countries);
    Checks.given("returns", returns);
    Checks.given("world", world);
    Checks.given("assortment", assortment);
  }

  /** The same shop with other customers' countries. */
  public Profile withCountries(Countries other) {
    return new Profile(
        name,
        source,
        currency,
        zone,
        first,
        last,
        customers,
        season,
        hours,
        shoppers,
        visits,
        baskets,
        guests,
        other,
        returns,
        world,
        assortment);
  }

  /** The same shop with other customers, who fill other baskets. */
  public Profile withCustomers(Shoppers who, Visits often, Baskets what) {
    return new Profile(
        name,
        source,
        currency,
        zone,
        first,
        last,
        customers,
        season,
        hours,
        who,
        often,
        what,
        guests,
        countries,
        returns,
        world,
        assortment);
  }
}
