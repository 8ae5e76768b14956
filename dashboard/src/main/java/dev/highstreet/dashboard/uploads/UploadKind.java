package dev.highstreet.dashboard.uploads;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** What a file can hold. Which of them it holds follows from its header. */
enum UploadKind {
  /** A row a line of an order; the columns of the order are the same on each of them. */
  TRANSACTIONS(
      "order_id,store_id,product_id,quantity,unit_price",
      "occurred_at,customer_id,product_revision,discount,promotion_id,shipping_fee,tax_included,reported_total,payment_method,ip_address,user_agent",
      """
      TILL-7-4711,WEB,85123A,2,2.55,,,,0.10,,,,,CARD,,
      TILL-7-4711,WEB,22423,1,12.75,,,,,,,,,CARD,,
      """),

  /** A row a revision of a product. */
  PRODUCTS(
      "product_id,name,category,list_price,unit_cost",
      "revision,brand,supplier,unit_cost_assumed,active",
      """
      X-100,Teapot for two,Kitchen,12.50,6.20,,Highstreet,,false,true
      """),

  /** A row a revision of a store. */
  STORES(
      "store_id,name,type",
      "revision,city,postcode,manager,opening_hours,commission_rate,rating,opened_at",
      """
      X-BATH,Bath,SHOP,,Bath,BA1 1AA,,Mon-Sat 9-18,,4.5,2020-03-01T09:00:00Z
      """);

  private final String required;
  private final String optional;
  private final String example;

  /**
   * One with these columns.
   *
   * @param required must be there; the first of them names what a row is about
   * @param example rows of all of them, as CSV
   */
  UploadKind(String required, String optional, String example) {
    this.required = required;
    this.optional = optional;
    this.example = example;
  }

  /** The kind with such a header; empty if it is none of ours. */
  static Optional<UploadKind> of(List<String> header) {
    return Arrays.stream(values())
        .filter(kind -> header.contains(kind.required().get(0)))
        .findFirst();
  }

  /** The columns that must be there. */
  List<String> required() {
    return names(required);
  }

  /** All that may be, in the order in which the template has them. */
  List<String> columns() {
    return names(required + "," + optional);
  }

  /** A file with every column, and an example that is to be replaced. */
  String template() {
    return required + "," + optional + "\n" + example;
  }

  /** What must be in which header, in words. */
  static String headers() {
    return Arrays.stream(values())
        .map(kind -> "%s (%s)".formatted(kind, String.join(", ", kind.required())))
        .collect(Collectors.joining(", or "));
  }

  private static List<String> names(String columns) {
    return Arrays.asList(columns.split(",", -1));
  }

  /** As it is shown. */
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
