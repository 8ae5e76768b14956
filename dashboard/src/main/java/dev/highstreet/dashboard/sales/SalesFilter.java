package dev.highstreet.dashboard.sales;

import static java.util.Objects.requireNonNull;

import dev.highstreet.dashboard.shell.Parameters;
import dev.highstreet.dashboard.shell.WrongParameter;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What the address asks for.
 *
 * @param period empty follows the shop: the month of the newest sale
 * @param grain of the trend; empty leaves it to the length of the period
 * @param channel a type of store
 * @param store one store; never together with a channel
 */
public record SalesFilter(
    Optional<Period> period,
    Optional<Grain> grain,
    Optional<String> channel,
    Optional<String> store) {
  /** The channels, which are the types of stores. */
  public static final List<String> CHANNELS = List.of("WEBSITE", "MARKETPLACE", "SHOP");

  public SalesFilter {
    requireNonNull(period, "period is null");
    requireNonNull(grain, "grain is null");
    requireNonNull(channel, "channel is null");
    requireNonNull(store, "store is null");
  }

  /**
   * Reads the address.
   *
   * @throws WrongParameter if a parameter is wrong, or both channel and store are given
   */
  static SalesFilter read(Parameters parameters) {
    SalesFilter filter =
        new SalesFilter(
            PeriodParameters.read(parameters),
            parameters
                .oneOf("grain", List.of("day", "month"))
                .map(word -> word.equals("day") ? Grain.DAY : Grain.MONTH),
            parameters.oneOf("channel", CHANNELS),
            parameters.get("store"));
    if (filter.channel.isPresent() && filter.store.isPresent()) {
      throw new WrongParameter(
          "channel", filter.channel.get(), "either a channel or a store, not both");
    }
    return filter;
  }

  /** The same for another period. */
  public SalesFilter with(Period other) {
    return new SalesFilter(Optional.of(other), grain, channel, store);
  }

  /** The same with other bars. */
  public SalesFilter with(Grain other) {
    return new SalesFilter(period, Optional.of(other), channel, store);
  }

  /** The same for one channel. */
  public SalesFilter withChannel(String other) {
    return new SalesFilter(period, grain, Optional.of(other), Optional.empty());
  }

  /** The same for one store. */
  public SalesFilter withStore(String other) {
    return new SalesFilter(period, grain, Optional.empty(), Optional.of(other));
  }

  /** The same for everything that is sold. */
  public SalesFilter withAll() {
    return new SalesFilter(period, grain, Optional.empty(), Optional.empty());
  }

  /** Whether it is narrowed to a channel or a store. */
  public boolean narrowed() {
    return channel.isPresent() || store.isPresent();
  }

  /** Its page. */
  public String href() {
    String query = query();
    return query.isEmpty() ? "/dashboard" : "/dashboard?" + query;
  }

  /** Its parameters, always in the same order; empty when there are none. */
  public String query() {
    List<String> parts = new ArrayList<>();
    period.ifPresent(p -> parts.add(p.address()));
    grain.ifPresent(g -> parts.add("grain=" + g.word()));
    channel.ifPresent(c -> parts.add("channel=" + c));
    store.ifPresent(s -> parts.add("store=" + URLEncoder.encode(s, StandardCharsets.UTF_8)));
    return String.join("&", parts);
  }
}
