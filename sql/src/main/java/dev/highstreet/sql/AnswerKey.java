package dev.highstreet.sql;

import static dev.highstreet.sql.AnswerKeyTable.Period.DAY;
import static dev.highstreet.sql.AnswerKeyTable.Period.HOUR;
import static dev.highstreet.sql.AnswerKeyTable.Period.MONTH;
import static dev.highstreet.sql.AnswerKeyTable.Period.NONE;
import static dev.highstreet.sql.AnswerKeyTable.Period.OF_ORDER;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * The answer key, {@code sql/truth}: for each table a query in DuckDB's dialect that says what the
 * table must hold, column by column, but for what no answer could know: which run wrote a row,
 * when, and the record's place in Kafka.
 *
 * <p>A new table is a file there, and its name here.
 */
public final class AnswerKey {
  /** Every mart and every table of what happened. */
  public static final List<AnswerKeyTable> TABLES =
      List.of(
          new AnswerKeyTable("core.products", List.of("product_id"), NONE),
          new AnswerKeyTable("core.product_price_history", List.of("product_id", "revision"), NONE),
          new AnswerKeyTable("core.stores", List.of("store_id"), NONE),
          new AnswerKeyTable("core.customers", List.of("customer_id"), NONE),
          new AnswerKeyTable("core.orders", List.of("order_id"), DAY),
          new AnswerKeyTable("core.order_lines", List.of("order_id", "line_number"), OF_ORDER),
          new AnswerKeyTable("core.order_returns", List.of("return_id", "line_number"), DAY),
          new AnswerKeyTable("mart.hourly_sales", List.of("hour"), HOUR),
          new AnswerKeyTable("mart.daily_sales", List.of("day"), DAY),
          new AnswerKeyTable("mart.daily_sales_by_product", List.of("day", "product_id"), DAY),
          new AnswerKeyTable("mart.daily_sales_by_category", List.of("day", "category"), DAY),
          new AnswerKeyTable("mart.daily_sales_by_store", List.of("day", "store_id"), DAY),
          new AnswerKeyTable("mart.daily_sales_by_channel", List.of("day", "channel"), DAY),
          new AnswerKeyTable("mart.monthly_sales", List.of("month"), MONTH),
          new AnswerKeyTable(
              "mart.monthly_sales_by_product", List.of("month", "product_id"), MONTH),
          new AnswerKeyTable("mart.monthly_sales_by_category", List.of("month", "category"), MONTH),
          new AnswerKeyTable("mart.monthly_sales_by_store", List.of("month", "store_id"), MONTH),
          new AnswerKeyTable("mart.monthly_sales_by_channel", List.of("month", "channel"), MONTH));

  private AnswerKey() {}

  /** The script that makes what the queries stand on; base.sql says what it expects. */
  public static String base() {
    return read("truth/measures.sql") + read("truth/base.sql");
  }

  /** The same for a file of transactions, of which only the marts can be told; see file.sql. */
  public static String fileBase() {
    return read("truth/measures.sql") + read("truth/file.sql");
  }

  /**
   * The query of a table.
   *
   * @param name with its schema
   * @throws IllegalArgumentException if there is none
   */
  public static String query(String name) {
    return read("truth/" + name.replace('.', '/') + ".sql");
  }

  private static String read(String file) {
    try (InputStream resource = AnswerKey.class.getResourceAsStream(file)) {
      if (resource == null) {
        throw new IllegalArgumentException("there is no sql/" + file);
      }
      return new String(resource.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
