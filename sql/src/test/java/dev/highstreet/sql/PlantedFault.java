package dev.highstreet.sql;

import java.util.HashSet;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Something wrong with the made-up shop.
 *
 * @param check the data test that is to see it
 * @param statements what makes it wrong
 * @param violation what the data test is to say
 * @param seenBy all data tests that see it, because they derive something from the same rows
 */
record PlantedFault(String check, String statements, String violation, Set<String> seenBy) {
  /** At least one for each data test. */
  static Stream<PlantedFault> all() {
    return Stream.of(
        planted(
            "lines-and-prices-are-positive",
            "UPDATE core.product_price_history SET list_price = -1 WHERE product_id = 'P7' AND revision = 1",
            "what=product revision, of=P7, number=1, quantity=null, price=-1, discount=null"),
        planted(
            "lines-are-worth-quantity-times-price",
            "UPDATE core.order_lines SET unit_price = 2 WHERE order_id = 'O3' AND line_number = 2",
            "of=O3, line_number=2, quantity=1, unit_price=2, gross_sales=1.25, discount=0, net_sales=1.25, unit_cost=9.255, cost_of_goods=9.255"),
        planted(
            "lines-name-known-revisions",
            "DELETE FROM core.product_price_history WHERE product_id = 'P15' AND revision = 1",
            "of=O2, line_number=1, product_id=P15, product_revision=1, category=Category 1, category_of_revision=null"),
        planted(
            "lines-name-known-revisions",
            "UPDATE core.order_lines SET category = 'Category 9' WHERE order_id = 'O3' AND line_number = 2",
            "of=O3, line_number=2, product_id=P25, product_revision=2, category=Category 9, category_of_revision=Category 0",
            "lines-add-up-to-products-and-categories",
            "months-count-customers-once"),
        planted(
            "lines-add-up-to-orders",
            "UPDATE core.orders SET units = units + CASE order_id WHEN 'O3' THEN 1 ELSE -1 END WHERE order_id IN ('O3', 'O6')",
            "order_id=O3, measure=units, of_order=12, of_lines=11",
            "transactions-add-up-to-hours"),
        planted(
            "orders-name-known-stores",
            "DELETE FROM core.stores WHERE store_id = 'S2'",
            "of=O44, store_id=S2",
            "transactions-add-up-to-days",
            "months-count-customers-once"),
        planted(
            "products-are-their-newest-revision",
            "UPDATE core.products SET list_price = list_price + 1 WHERE product_id = 'P7'",
            "product_id=P7, revision=2, newest_revision=2, list_price=6.5, newest_list_price=5.5"),
        planted(
            "price-history-has-no-gaps",
            "UPDATE core.product_price_history SET valid_to = valid_to - interval '1 hour' WHERE product_id = 'P7' AND revision = 1",
            "product_id=P7, revision=1, valid_to=2011-03-31 23:00:00+00, next_valid_from=2011-04-01 00:00:00+00"),
        planted(
            "transactions-fall-on-their-day",
            "UPDATE core.orders SET occurred_at = '2011-03-27 23:30Z' WHERE order_id = 'O50'",
            "of=O50, occurred_at=2011-03-27 23:30:00+00, time_zone=Europe/London, day=2011-03-27",
            "transactions-add-up-to-hours"),
        planted(
            "transactions-add-up-to-days",
            "UPDATE mart.daily_sales SET customers = customers - 1 WHERE day = '2011-03-27'",
            "grouped_by=all, member=, day=2011-03-27, measure=customers, of_transactions=15, of_mart=14"),
        planted(
            "transactions-add-up-to-days",
            "UPDATE mart.daily_sales_by_store SET customers = customers - 1 WHERE day = '2011-03-27' AND store_id = 'S1'",
            "grouped_by=store, member=S1, day=2011-03-27, measure=customers, of_transactions=7, of_mart=6"),
        planted(
            "transactions-add-up-to-hours",
            """
            UPDATE mart.hourly_sales SET net_sales = net_sales + CASE hour WHEN '2011-03-27 10:00Z' THEN -1 ELSE 1 END
            WHERE hour IN ('2011-03-27 10:00Z', '2011-03-27 11:00Z')\
            """,
            "hour=2011-03-27 10:00:00+00, measure=net_sales, of_transactions=8.65, of_mart=7.65"),
        planted(
            "transactions-add-up-to-hours",
            "UPDATE mart.hourly_sales SET hour = hour + interval '30 minutes' WHERE hour = '2011-03-27 10:00Z'",
            "hour=2011-03-27 10:30:00+00, measure=orders, of_transactions=0, of_mart=1"),
        planted(
            "transactions-add-up-to-hours",
            "UPDATE mart.hourly_sales SET customers = customers - 1 WHERE hour = '2011-03-27 10:00Z'",
            "hour=2011-03-27 10:00:00+00, measure=customers, of_transactions=1, of_mart=0"),
        planted(
            "lines-add-up-to-products-and-categories",
            "UPDATE mart.daily_sales_by_product SET customers = 0 WHERE day = '2011-03-27' AND product_id = 'P10'",
            "grouped_by=product, member=P10, day=2011-03-27, measure=customers, of_lines=1, of_mart=0"),
        planted(
            "groups-add-up-to-days",
            """
            UPDATE mart.daily_sales_by_category SET units = units + 1 WHERE day = '2011-03-27' AND category = 'Category 1';
            UPDATE mart.monthly_sales_by_category SET units = units + 1 WHERE month = '2011-03-01' AND category = 'Category 1'\
            """,
            "grouped_by=category, day=2011-03-27, measure=units, of_groups=203, of_day=202",
            "lines-add-up-to-products-and-categories"),
        planted(
            "groups-add-up-to-days",
            """
            UPDATE mart.daily_sales_by_channel SET orders = orders - 1 WHERE day = '2011-03-27' AND channel = 'SHOP';
            UPDATE mart.monthly_sales_by_channel SET orders = orders - 1 WHERE month = '2011-03-01' AND channel = 'SHOP'\
            """,
            "grouped_by=channel, day=2011-03-27, measure=orders, of_groups=25, of_day=26",
            "transactions-add-up-to-days"),
        planted(
            "days-add-up-to-months",
            "UPDATE mart.monthly_sales_by_category SET orders = orders - 1 WHERE month = '2011-03-01' AND category = 'Category 1'",
            "grouped_by=category, member=Category 1, month=2011-03-01, measure=orders, of_days=86, of_month=85"),
        planted(
            "days-add-up-to-months",
            "DELETE FROM mart.monthly_sales_by_product WHERE month = '2011-03-01' AND product_id = 'P4'",
            "grouped_by=product, member=P4, month=2011-03-01, measure=orders, of_days=2, of_month=0",
            "months-count-customers-once"),
        planted(
            "months-count-customers-once",
            "UPDATE mart.monthly_sales SET customers = customers - 1 WHERE month = '2011-03-01'",
            "grouped_by=all, member=, month=2011-03-01, of_orders=17, of_mart=16"),
        planted(
            "months-count-customers-once",
            "UPDATE mart.monthly_sales_by_category SET customers = customers - 1 WHERE month = '2011-03-01' AND category = 'Category 1'",
            "grouped_by=category, member=Category 1, month=2011-03-01, of_orders=17, of_mart=16"),
        planted(
            "customers-are-plausible",
            "UPDATE mart.monthly_sales_by_product SET customers = orders + 1 WHERE month = '2011-03-01' AND product_id = 'P8'",
            "grouped_by=product, member=P8, period=2011-03, at_least=1, customers=3, at_most=2",
            "months-count-customers-once"),
        planted(
            "customers-are-plausible",
            "UPDATE mart.monthly_sales_by_category SET customers = 0 WHERE month = '2011-03-01' AND category = 'Category 1'",
            "grouped_by=category, member=Category 1, period=2011-03, at_least=11, customers=0, at_most=63",
            "months-count-customers-once"),
        planted(
            "measures-are-never-negative",
            """
            UPDATE mart.hourly_sales SET refunds = CASE hour WHEN '2011-03-27 10:00Z' THEN -1 ELSE refunds + 1 + r END
            FROM (SELECT refunds AS r FROM mart.hourly_sales WHERE hour = '2011-03-27 10:00Z') AS ten
            WHERE hour IN ('2011-03-27 10:00Z', '2011-03-27 11:00Z')\
            """,
            "mart=hourly_sales, period=2011-03-27 10:00:00+00, member=, lowest=-1",
            "transactions-add-up-to-hours"),
        planted(
            "rows-name-recorded-runs",
            "UPDATE mart.daily_sales_by_channel SET run_id = 99 WHERE day = '2011-03-27'",
            "in_table=mart.daily_sales_by_channel, run_id=99, rows=2"),
        planted(
            "counts-account-for-rows",
            "UPDATE ops.run_counts SET events = events + 1 WHERE run_id = 2 AND topic = 'highstreet.orders' AND outcome = 'ACCEPTED'",
            "run_id=2, topic=highstreet.orders, outcome=ACCEPTED, reason=, what=events, counted=126, written=125"),
        planted(
            "counts-account-for-rows",
            "UPDATE ops.run_counts SET lines = lines - 1 WHERE run_id = 1 AND topic = 'highstreet.returns' AND outcome = 'ACCEPTED'",
            "run_id=1, topic=highstreet.returns, outcome=ACCEPTED, reason=, what=lines, counted=23, written=24"),
        planted(
            "counts-account-for-rows",
            "DELETE FROM ops.late_events WHERE kind = 'BEHIND' AND \"offset\" = 1",
            "run_id=2, topic=highstreet.orders, outcome=BEHIND, reason=, what=events, counted=3, written=2"),
        planted(
            "counts-account-for-rows",
            "DELETE FROM ops.dead_letters WHERE \"offset\" = 1 AND line = 4",
            "run_id=2, topic=highstreet.orders, outcome=LINE_QUARANTINED, reason=UNKNOWN_PRODUCT, what=lines, counted=1, written=0"),
        planted(
            "orders-account-for-their-dead-letters",
            "UPDATE core.orders SET quarantined_lines = 0 WHERE order_id = 'O15'",
            "order_id=O15, quarantined_lines=0, letters=1"),
        planted(
            "orders-account-for-their-dead-letters",
            "UPDATE core.orders SET quarantined_lines = 1 WHERE order_id = 'O16'",
            "order_id=O16, quarantined_lines=1, letters=0"),
        planted(
            "dead-letters-keep-bytes-once",
            "UPDATE ops.dead_letters SET bytes = NULL WHERE topic = 'highstreet.products' AND \"offset\" = 8",
            "topic=highstreet.products, partition=0, offset=8, line=0, reason=UNDECODABLE, has_bytes=f, is_lowest=t"),
        planted(
            "dead-letters-keep-bytes-once",
            "UPDATE ops.dead_letters SET bytes = '\\x01' WHERE \"offset\" = 1",
            "topic=highstreet.orders, partition=2, offset=1, line=4, reason=UNKNOWN_PRODUCT, has_bytes=t, is_lowest=f"),
        planted(
            "dead-letters-keep-bytes-once",
            "UPDATE ops.dead_letters SET bytes = NULL WHERE \"offset\" = 2",
            "topic=highstreet.orders, partition=2, offset=2, line=0, reason=NO_LINES_LEFT, has_bytes=f, is_lowest=t"));
  }

  private static PlantedFault planted(
      String check, String statements, String violation, String... alsoSeenBy) {
    Set<String> seenBy = new HashSet<>(Set.of(alsoSeenBy));
    seenBy.add(check);
    return new PlantedFault(check, statements, violation, seenBy);
  }

  /** For the name of the parameterised test. */
  @Override
  public String toString() {
    return violation;
  }
}
