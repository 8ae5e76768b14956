package dev.highstreet.cli.replay;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A sales mart, and how to read it as lines of text: the key, then the measures, money in micros.
 *
 * @param name without the schema
 * @param period the column that holds it
 * @param group the other key columns
 */
record Mart(String name, String period, List<String> group) {
  /** All of them. */
  static final List<Mart> ALL =
      Stream.concat(
              Stream.of(new Mart("hourly_sales", "hour", List.of())),
              Stream.of("day", "month")
                  .flatMap(
                      period ->
                          Stream.of("", "product", "category", "store", "channel")
                              .map(group -> of(period, group))))
          .toList();

  private static Mart of(String period, String group) {
    String name = period.equals("day") ? "daily_sales" : "monthly_sales";
    return group.isEmpty()
        ? new Mart(name, period, List.of())
        : new Mart(
            name + "_by_" + group,
            period,
            List.of(group.matches("product|store") ? group + "_id" : group));
  }

  /** As Highstreet keeps it. */
  String kept() {
    return """
        SELECT concat_ws('|', %s, orders, customers, units, (gross_sales * 1000000)::bigint, (discounts * 1000000)::bigint,
                         (net_sales * 1000000)::bigint, (cost_of_goods * 1000000)::bigint, returned_units,
                         (refunds * 1000000)::bigint, (returned_cost * 1000000)::bigint)
        FROM mart.%s
        """
        .formatted(key(), name);
  }

  /** As it follows from the lines of the answer key. */
  String expected() {
    return """
        SELECT concat_ws('|', %s, count(DISTINCT invoice) FILTER (NOT is_return),
                         count(DISTINCT customer) FILTER (NOT is_return), coalesce(sum(units) FILTER (NOT is_return), 0),
                         coalesce(sum(amount) FILTER (NOT is_return), 0), 0, coalesce(sum(amount) FILTER (NOT is_return), 0),
                         coalesce(sum(cost) FILTER (NOT is_return), 0), coalesce(sum(units) FILTER (is_return), 0),
                         coalesce(sum(amount) FILTER (is_return), 0), coalesce(sum(cost) FILTER (is_return), 0))
        FROM lines GROUP BY %s
        """
        .formatted(key(), keyColumns());
  }

  private String key() {
    String written =
        period.equals("hour")
            ? "extract(epoch FROM hour)::bigint"
            : "cast(%s AS varchar)".formatted(period);
    return Stream.concat(Stream.of(written), group.stream()).collect(Collectors.joining(", "));
  }

  private String keyColumns() {
    return Stream.concat(Stream.of(period), group.stream()).collect(Collectors.joining(", "));
  }

  @Override
  public String toString() {
    return name;
  }
}
