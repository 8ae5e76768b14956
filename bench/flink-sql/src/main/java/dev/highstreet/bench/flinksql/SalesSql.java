package dev.highstreet.bench.flinksql;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.List;

/**
 * The statements: where the orders are, what a line is, and a mart each.
 *
 * @param kafka bootstrap servers
 * @param database JDBC address
 * @param user whose tables these are
 * @param schema where they are
 */
record SalesSql(String kafka, String database, String user, String schema) {
  private static final List<String> GROUPS =
      List.of("product_id", "category", "store_id", "channel");

  SalesSql {
    requireNonNull(kafka, "kafka is null");
    requireNonNull(database, "database is null");
    requireNonNull(user, "user is null");
    requireNonNull(schema, "schema is null");
  }

  /** Tables and views, in the order in which they are made. */
  List<String> definitions() {
    List<String> all = new ArrayList<>();
    all.add(
        """
        CREATE TEMPORARY TABLE records (`value` BYTES, proc AS PROCTIME()) WITH (
          'connector' = 'kafka', 'topic' = 'highstreet.orders',
          'properties.bootstrap.servers' = '%s',
          'scan.startup.mode' = 'earliest-offset', 'scan.bounded.mode' = 'latest-offset',
          'format' = 'raw')"""
            .formatted(kafka));
    all.add(
        lookedUp("products", "product_id STRING, revision INT, category STRING, unit_cost BIGINT"));
    all.add(lookedUp("stores", "store_id STRING, type STRING"));
    all.add(
        """
        CREATE TEMPORARY VIEW unrepeated AS
        SELECT event_id, order_id, hr, dy, mo, customer_id, store_id, sold, PROCTIME() AS now_is
        FROM (
          SELECT o.*, ROW_NUMBER() OVER (PARTITION BY o.event_id ORDER BY proc) AS n
          FROM records, LATERAL TABLE(decode_order(`value`)) AS
            o(event_id, order_id, hr, dy, mo, customer_id, store_id, sold))
        WHERE n = 1""");
    all.add(
        """
        CREATE TEMPORARY VIEW lines AS
        SELECT o.order_id, o.hr, o.dy, o.mo, o.customer_id, o.store_id, s.type AS channel,
               l.product_id, p.category, l.quantity, l.quantity * l.price AS gross, l.discount,
               l.quantity * p.unit_cost AS cost
        FROM unrepeated AS o
        CROSS JOIN UNNEST(o.sold) AS l(product_id, revision, quantity, price, discount)
        JOIN products FOR SYSTEM_TIME AS OF o.now_is AS p
          ON p.product_id = l.product_id AND p.revision = l.revision
        JOIN stores FOR SYSTEM_TIME AS OF o.now_is AS s ON s.store_id = o.store_id""");
    eachMart((mart, period, group) -> all.add(sink(mart, period, group)));
    return all;
  }

  /** One a mart, to be run together. */
  List<String> inserts() {
    List<String> all = new ArrayList<>();
    eachMart((mart, period, group) -> all.add(insert(mart, period, group)));
    return all;
  }

  /** What a mart adds up over: the column of its table, its type, and what it is in a line. */
  private record Period(String column, String type, String ofLine) {
    static final Period HOUR = new Period("`hour`", "TIMESTAMP(3)", "hr");
    static final Period DAY = new Period("`day`", "DATE", "dy");
    static final Period MONTH = new Period("`month`", "DATE", "mo");
  }

  private interface Mart {
    void is(String table, Period period, String group);
  }

  private static void eachMart(Mart each) {
    each.is("hourly_sales", Period.HOUR, "");
    each.is("daily_sales", Period.DAY, "");
    each.is("monthly_sales", Period.MONTH, "");
    for (String group : GROUPS) {
      String suffix = "_sales_by_" + group.replace("_id", "");
      each.is("daily" + suffix, Period.DAY, group);
      each.is("monthly" + suffix, Period.MONTH, group);
    }
  }

  private String lookedUp(String table, String columns) {
    return """
        CREATE TEMPORARY TABLE %s (%s) WITH (%s,
          'lookup.cache' = 'PARTIAL', 'lookup.partial-cache.max-rows' = '100000')"""
        .formatted(table, columns, jdbc(table));
  }

  private String sink(String table, Period period, String group) {
    return """
        CREATE TEMPORARY TABLE %s (%s %s,%s orders BIGINT, customers BIGINT, units BIGINT,
          gross_sales DECIMAL(38, 6), discounts DECIMAL(38, 6), net_sales DECIMAL(38, 6),
          cost_of_goods DECIMAL(38, 6), returned_units BIGINT, refunds DECIMAL(38, 6),
          returned_cost DECIMAL(38, 6), PRIMARY KEY (%s) NOT ENFORCED) WITH (%s,
          'sink.buffer-flush.max-rows' = '5000', 'sink.buffer-flush.interval' = '250ms')"""
        .formatted(
            table,
            period.column(),
            period.type(),
            group.isEmpty() ? "" : " %s STRING,".formatted(group),
            key(period.column(), group),
            jdbc(table));
  }

  private static String key(String period, String group) {
    return group.isEmpty() ? period : period + ", " + group;
  }

  private String jdbc(String table) {
    return "'connector' = 'jdbc', 'url' = '%s?reWriteBatchedInserts=true&currentSchema=%s', 'table-name' = '%s', 'username' = '%s', 'password' = ''"
        .formatted(database, schema, table, user);
  }

  private static String insert(String table, Period period, String group) {
    String key = key(period.ofLine(), group);
    return """
        INSERT INTO %s
        SELECT %s, COUNT(DISTINCT order_id), COUNT(DISTINCT customer_id),
               SUM(CAST(quantity AS BIGINT)), %s, %s, %s, %s,
               CAST(0 AS BIGINT), CAST(0 AS DECIMAL(38, 6)), CAST(0 AS DECIMAL(38, 6))
        FROM lines GROUP BY %s"""
        .formatted(
            table,
            key,
            pounds("gross"),
            pounds("discount"),
            pounds("gross - discount"),
            pounds("cost"),
            key);
  }

  private static String pounds(String micros) {
    return "CAST(CAST(SUM(%s) AS DECIMAL(24, 0)) * 0.000001 AS DECIMAL(38, 6))".formatted(micros);
  }
}
