package dev.highstreet.jobs.sales;

import static java.util.Objects.requireNonNull;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/**
 * A sales mart: sales by something, over periods of a length.
 *
 * @param grouping by what
 * @param grain over which periods
 */
record SalesMart(Grouping grouping, Grain grain) implements Serializable {
  SalesMart {
    requireNonNull(grouping, "grouping is null");
    requireNonNull(grain, "grain is null");
  }

  /** All that there are. */
  static List<SalesMart> all() {
    List<SalesMart> marts = new ArrayList<>();
    for (Grouping grouping : Grouping.values()) {
      grouping.grains().forEach(grain -> marts.add(new SalesMart(grouping, grain)));
    }
    return marts;
  }

  /**
   * Those of these names, without schema; all for none.
   *
   * @throws IllegalArgumentException naming one that there is not
   */
  static List<SalesMart> named(Collection<String> names) {
    List<SalesMart> all = all();
    List<String> known = all.stream().map(SalesMart::name).toList();
    for (String name : names) {
      if (!known.contains(name)) {
        throw new IllegalArgumentException(
            "--marts names '%s', which is none; there are %s"
                .formatted(name, String.join(", ", known)));
      }
    }
    return names.isEmpty()
        ? all
        : all.stream().filter(mart -> names.contains(mart.name())).toList();
  }

  /** The name of its table, without schema. */
  String name() {
    return grouping.mart(grain);
  }
}
