package dev.highstreet.jobs.core;

import static dev.highstreet.jobs.mart.ColumnValue.bigint;
import static dev.highstreet.jobs.mart.ColumnValue.date;
import static dev.highstreet.jobs.mart.ColumnValue.integer;
import static dev.highstreet.jobs.mart.ColumnValue.micros;
import static dev.highstreet.jobs.mart.ColumnValue.text;
import static dev.highstreet.jobs.mart.ColumnValue.timestamptz;
import static dev.highstreet.jobs.mart.ColumnValue.uuid;

import dev.highstreet.jobs.enrich.BookedLine;
import dev.highstreet.jobs.enrich.BookedTransaction;
import dev.highstreet.jobs.mart.MartTable;
import dev.highstreet.jobs.mart.Replacement;
import dev.highstreet.jobs.mart.Replacement.Extent;
import dev.highstreet.jobs.mart.Routing;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;

/** The tables of orders, their lines, and the lines of returns. */
public final class TransactionTables {
  /** A line together with the transaction that it belongs to. */
  private record Line(BookedTransaction of, BookedLine line) {}

  private TransactionTables() {}

  /**
   * An order and its lines, or the lines of a return, in one go.
   *
   * @param zone the business zone, which decides the day
   */
  public static Routing<BookedTransaction> routing(ZoneId zone) {
    MartTable<BookedTransaction> orders = orders(zone);
    MartTable<Line> orderLines = orderLines(zone);
    MartTable<Line> returns = returns(zone);
    return (booked, rows) -> {
      if (booked.transaction().isSale()) {
        rows.add(orders, booked);
      }
      MartTable<Line> lines = booked.transaction().isSale() ? orderLines : returns;
      booked.lines().forEach(line -> rows.add(lines, new Line(booked, line)));
    };
  }

  /** How a backfill replaces them. */
  public static List<Replacement> replacements(ZoneId zone) {
    return List.of(
        new Replacement(orders(zone), Extent.TRANSACTIONS),
        new Replacement(orderLines(zone), Extent.ORDER_LINES),
        new Replacement(returns(zone), Extent.TRANSACTIONS));
  }

  private static MartTable<BookedTransaction> orders(ZoneId zone) {
    return MartTable.<BookedTransaction>named("core.orders")
        .key("order_id", text(order -> order.transaction().id()))
        .value(
            "event_id",
            uuid(
                order -> order.transaction().eventId().high(),
                order -> order.transaction().eventId().low()))
        .value("customer_id", text(order -> order.transaction().customerId()))
        .value("store_id", text(order -> order.transaction().storeId()))
        .value("session_id", text(order -> order.transaction().sale().sessionId()))
        .value("occurred_at", timestamptz(order -> order.transaction().occurredAt()))
        .value("received_at", timestamptz(order -> order.transaction().receivedAt()))
        .value("day", date(order -> day(order, zone)))
        .value("accepted_lines", integer(order -> order.lines().size()))
        .value("quarantined_lines", integer(BookedTransaction::quarantinedLines))
        .value("units", bigint(BookedTransaction::units))
        .value("gross_sales", micros(BookedTransaction::grossMicros))
        .value("discounts", micros(BookedTransaction::discountMicros))
        .value("net_sales", micros(BookedTransaction::netMicros))
        .value("cost_of_goods", micros(BookedTransaction::costMicros))
        .value("shipping_fee", micros(order -> order.transaction().sale().shippingFeeMicros()))
        .value("tax_included", micros(order -> order.transaction().sale().taxIncludedMicros()))
        .value("reported_total", micros(order -> order.transaction().sale().reportedTotalMicros()))
        .value("payment_method", text(order -> order.transaction().sale().paymentMethod()))
        .value("ip_address", text(order -> order.transaction().sale().ipAddress()))
        .value("user_agent", text(order -> order.transaction().sale().userAgent()))
        .value("device_id", text(order -> order.transaction().sale().deviceId()))
        .value("kafka_topic", text(order -> order.origin().topic()))
        .value("kafka_partition", integer(order -> order.origin().partition()))
        .value("kafka_offset", bigint(order -> order.origin().offset()))
        .sealedByDay(date(order -> day(order, zone)))
        .build();
  }

  private static MartTable<Line> orderLines(ZoneId zone) {
    return MartTable.<Line>named("core.order_lines")
        .key("order_id", text(row -> row.of().transaction().id()))
        .key("line_number", integer(row -> row.line().line().number()))
        .value("product_id", text(row -> row.line().line().productId()))
        .value("product_revision", integer(row -> row.line().line().productRevision()))
        .value("category", text(row -> row.line().category()))
        .value("quantity", integer(row -> row.line().line().quantity()))
        .value("unit_price", micros(row -> row.line().line().unitPriceMicros()))
        .value("discount", micros(row -> row.line().line().discountMicros()))
        .value("promotion_id", text(row -> row.line().line().promotionId()))
        .value("gross_sales", micros(row -> row.line().grossMicros()))
        .value("net_sales", micros(row -> row.line().netMicros()))
        .value("cost_of_goods", micros(row -> row.line().costMicros()))
        .sealedByDay(date(row -> day(row.of(), zone)))
        .build();
  }

  private static MartTable<Line> returns(ZoneId zone) {
    return MartTable.<Line>named("core.order_returns")
        .key("return_id", text(row -> row.of().transaction().id()))
        .key("line_number", integer(row -> row.line().line().number()))
        .value(
            "event_id",
            uuid(
                row -> row.of().transaction().eventId().high(),
                row -> row.of().transaction().eventId().low()))
        .value("order_id", text(row -> row.of().transaction().takenBack().orderId()))
        .value("customer_id", text(row -> row.of().transaction().customerId()))
        .value("store_id", text(row -> row.of().transaction().storeId()))
        .value("occurred_at", timestamptz(row -> row.of().transaction().occurredAt()))
        .value("received_at", timestamptz(row -> row.of().transaction().receivedAt()))
        .value("day", date(row -> day(row.of(), zone)))
        .value("reason", text(row -> row.of().transaction().takenBack().reason()))
        .value("product_id", text(row -> row.line().line().productId()))
        .value("product_revision", integer(row -> row.line().line().productRevision()))
        .value("category", text(row -> row.line().category()))
        .value("quantity", integer(row -> row.line().line().quantity()))
        .value("refund", micros(row -> row.line().line().refundMicros()))
        .value("returned_cost", micros(row -> row.line().costMicros()))
        .value("kafka_topic", text(row -> row.of().origin().topic()))
        .value("kafka_partition", integer(row -> row.of().origin().partition()))
        .value("kafka_offset", bigint(row -> row.of().origin().offset()))
        .sealedByDay(date(row -> day(row.of(), zone)))
        .build();
  }

  private static long day(BookedTransaction booked, ZoneId zone) {
    return Instant.ofEpochMilli(booked.transaction().occurredAt())
        .atZone(zone)
        .toLocalDate()
        .toEpochDay();
  }
}
