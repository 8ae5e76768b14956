package dev.highstreet.simulator.transactions;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** Reads the fields of a row. Equal texts become one string: a file repeats itself a lot. */
final class RowParser {
  private static final Pattern WHOLE_NUMBER_WITH_DECIMALS = Pattern.compile("\\d+\\.0+");
  private static final BigDecimal LARGEST_QUANTITY = BigDecimal.valueOf(Integer.MAX_VALUE);
  private static final Instant EARLIEST = Instant.EPOCH; // no record in Kafka is older
  private static final Instant TOO_LATE = Instant.parse("+10000-01-01T00:00:00Z");

  /** An event of a few such texts is far below the 1 MiB that a topic takes. */
  private static final int LONGEST_TEXT = 10_000;

  private static final int LONGEST_NUMBER = 40;

  private final Header header;
  private final ShopTimes times;
  private final UnclosedQuote unclosedQuote;
  private final Map<String, String> texts = new HashMap<>();
  private final Map<Column, String> newest = new EnumMap<>(Column.class);

  RowParser(Header header, Columns columns, ZoneId zone) {
    this.header = header;
    this.times = new ShopTimes(columns.timeFormat(), zone);
    this.unclosedQuote = new UnclosedQuote(header.size(), columns.separator());
  }

  Row parse(List<String> fields) throws RejectedRowException {
    unclosedQuote.refuse(fields);
    if (fields.size() != header.size()) {
      throw new RejectedRowException(
          RejectReason.WRONG_FIELD_COUNT,
          "%d fields, but the header has %d".formatted(fields.size(), header.size()));
    }
    String invoice = text(fields, Column.INVOICE);
    if (invoice.isEmpty()) {
      throw new RejectedRowException(RejectReason.EMPTY_INVOICE, "no invoice number");
    }
    int quantity = quantity(header.field(fields, Column.QUANTITY));
    long price = priceThatMultiplies(header.field(fields, Column.PRICE), quantity);
    return new Row(
        invoice,
        text(fields, Column.PRODUCT),
        text(fields, Column.DESCRIPTION),
        quantity,
        time(header.field(fields, Column.TIME)),
        price,
        customer(fields),
        text(fields, Column.COUNTRY),
        text(fields, Column.CATEGORY));
  }

  private String text(List<String> fields, Column column) throws RejectedRowException {
    String text = header.field(fields, column);
    if (text.length() > LONGEST_TEXT) {
      throw new RejectedRowException(
          RejectReason.FIELD_TOO_LONG,
          "%s of %d characters, but at most %d are taken"
              .formatted(column.key(), text.length(), LONGEST_TEXT));
    }
    String previous = newest.get(column);
    if (text.equals(previous)) { // as in most lines of an invoice
      return previous;
    }
    String same = texts.computeIfAbsent(text, first -> first);
    newest.put(column, same);
    return same;
  }

  /** Spreadsheets and data frames write ids as 17850.0; no text at all is a guest. */
  private String customer(List<String> fields) throws RejectedRowException {
    String id = text(fields, Column.CUSTOMER);
    if (id.isEmpty()) {
      return null;
    }
    if (!WHOLE_NUMBER_WITH_DECIMALS.matcher(id).matches()) {
      return id;
    }
    return texts.computeIfAbsent(id.substring(0, id.indexOf('.')), same -> same);
  }

  private Instant time(String text) throws RejectedRowException {
    Instant time;
    try {
      time = times.parse(text);
    } catch (DateTimeException e) {
      throw new RejectedRowException(
          RejectReason.UNPARSEABLE_TIME, "time '%s': %s".formatted(text, e.getMessage()));
    }
    if (time.isBefore(EARLIEST) || !time.isBefore(TOO_LATE)) {
      throw new RejectedRowException(
          RejectReason.TIME_OUT_OF_RANGE,
          "time %s is not within the years 1970 to 9999 (UTC)".formatted(text));
    }
    return time;
  }

  /** The time it takes to read digits grows with the square of their number. */
  private static void refuseLongNumber(String what, String text, RejectReason reason)
      throws RejectedRowException {
    if (text.length() > LONGEST_NUMBER) {
      throw new RejectedRowException(
          reason,
          "%s %s… of %d characters, but at most %d are taken"
              .formatted(what, text.substring(0, LONGEST_NUMBER), text.length(), LONGEST_NUMBER));
    }
  }

  private static int quantity(String text) throws RejectedRowException {
    refuseLongNumber("quantity", text, RejectReason.QUANTITY_OUT_OF_RANGE);
    BigDecimal quantity;
    try {
      quantity = new BigDecimal(text).stripTrailingZeros();
    } catch (NumberFormatException e) {
      throw new RejectedRowException(
          RejectReason.UNPARSEABLE_QUANTITY, "quantity '%s' is no number".formatted(text));
    }
    if (quantity.abs().compareTo(LARGEST_QUANTITY) > 0) {
      throw new RejectedRowException(
          RejectReason.QUANTITY_OUT_OF_RANGE,
          "quantity %s is beyond ±%s".formatted(text, LARGEST_QUANTITY));
    }
    if (quantity.scale() > 0) {
      throw new RejectedRowException(
          RejectReason.UNPARSEABLE_QUANTITY, "quantity %s is no whole number".formatted(text));
    }
    return quantity.intValueExact();
  }

  private static long priceThatMultiplies(String text, int quantity) throws RejectedRowException {
    refuseLongNumber("price", text, RejectReason.PRICE_OUT_OF_RANGE);
    long price = Micros.parse(text);
    try {
      long unused = Math.multiplyExact(price, (long) quantity);
    } catch (ArithmeticException e) {
      throw new RejectedRowException(
          RejectReason.PRICE_OUT_OF_RANGE,
          "%d × %s is beyond what 64 bits of micros hold".formatted(quantity, text));
    }
    return price;
  }
}
