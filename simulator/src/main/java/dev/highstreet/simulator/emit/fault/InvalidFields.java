package dev.highstreet.simulator.emit.fault;

import dev.highstreet.schemas.OrderLine;
import dev.highstreet.schemas.OrderPlaced;
import dev.highstreet.simulator.emit.fault.Altered.Flaw;
import dev.highstreet.simulator.engine.RandomStream;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.apache.avro.specific.SpecificRecord;

/** Makes copies of sound events in which one field breaks one rule of the contract. */
final class InvalidFields {
  private static final int LONGEST_ID = 200;
  private static final long GREATEST_AMOUNT_MICROS = 100_000_000_000_000L;
  private static final long TOTAL_TOLERANCE_MICROS = 10_000;
  private static final int REVISION_NEVER_PUBLISHED = 1_000_000;
  private static final long FIRST_TIME = Instant.parse("0001-01-01T00:00:00Z").toEpochMilli();
  private static final long MONTH = Duration.ofDays(30).toMillis();

  private InvalidFields() {}

  /** A copy of the event that breaks one of the rules that it can. */
  static Altered invalid(SpecificRecord event, RandomStream random) {
    List<InvalidField> rules = InvalidField.of(event);
    return broken(rules.get(random.nextInt(rules.size())), event, random);
  }

  static Altered broken(InvalidField rule, SpecificRecord event, RandomStream random) {
    return switch (rule) {
      case TIME_OUT_OF_RANGE, OCCURRED_IN_FUTURE, RECEIVED_IN_FUTURE -> time(rule, event, random);
      case MISSING_FIELD -> missing(event, random);
      case UNKNOWN_STORE -> {
        String store = EventFields.get(event, "storeId") + "-unheard-of";
        yield whole(
            Flaw.BOOKING, rule, EventFields.with(event, "storeId", store), "storeId is " + store);
      }
      case TOTAL_MISMATCH -> wrongTotal((OrderPlaced) event, random);
      case NO_LINES_LEFT -> noLines(event);
      default -> line(rule, event, random);
    };
  }

  private static Altered time(InvalidField rule, SpecificRecord event, RandomStream random) {
    long receivedAt = EventFields.receivedAt(event);
    long ahead = Fate.SKEW + 1 + random.nextLong(MONTH);
    SpecificRecord broken =
        switch (rule) {
          case TIME_OUT_OF_RANGE ->
              EventFields.occurredAt(event, FIRST_TIME - 1 - random.nextLong(MONTH));
          case OCCURRED_IN_FUTURE -> EventFields.occurredAt(event, receivedAt + ahead);
          default -> EventFields.receivedAt(event, receivedAt + ahead);
        };
    String field = rule == InvalidField.RECEIVED_IN_FUTURE ? "receivedAt" : "occurredAt";
    return whole(Flaw.RECORD, rule, broken, field + " is " + EventFields.get(broken, field));
  }

  private static Altered missing(SpecificRecord event, RandomStream random) {
    return switch (random.nextInt(4)) {
      case 0 -> blank(event, "storeId");
      case 1 -> blank(event, event instanceof OrderPlaced ? "orderId" : "returnId");
      case 2 ->
          whole(
              Flaw.CONTENT,
              InvalidField.MISSING_FIELD,
              EventFields.with(event, "lines", List.of()),
              "lines is empty");
      default -> line(InvalidField.MISSING_FIELD, event, random);
    };
  }

  private static Altered blank(SpecificRecord event, String field) {
    return whole(
        Flaw.CONTENT,
        InvalidField.MISSING_FIELD,
        EventFields.with(event, field, ""),
        field + " is blank");
  }

  private static Altered wrongTotal(OrderPlaced order, RandomStream random) {
    long netMicros = 0;
    for (OrderLine line : order.getLines()) {
      netMicros += line.getQuantity() * line.getUnitPriceMicros() - line.getDiscountMicros();
    }
    long off = TOTAL_TOLERANCE_MICROS + 1 + random.nextLong(10_000_000);
    long reported = random.nextBoolean() ? netMicros + off : netMicros - off;
    return whole(
        Flaw.CONTENT,
        InvalidField.TOTAL_MISMATCH,
        EventFields.with(order, "reportedTotalMicros", reported),
        "reportedTotalMicros is %d, not %d".formatted(reported, netMicros));
  }

  private static Altered noLines(SpecificRecord event) {
    SpecificRecord broken = event;
    for (int line = 1; line <= EventFields.lines(event).size(); line++) {
      broken = EventFields.withLine(broken, line, "quantity", 0);
    }
    return whole(Flaw.CONTENT, InvalidField.NO_LINES_LEFT, broken, "quantity of every line is 0");
  }

  private static Altered line(InvalidField rule, SpecificRecord event, RandomStream random) {
    List<SpecificRecord> lines = EventFields.lines(event);
    int number = 1 + random.nextInt(lines.size());
    SpecificRecord line = lines.get(number - 1);
    String field = lineField(rule, event);
    Object value = lineValue(rule, line, field, random);
    boolean only = lines.size() == 1;
    Flaw flaw =
        !only ? Flaw.LINE : rule == InvalidField.UNKNOWN_PRODUCT ? Flaw.BOOKING : Flaw.CONTENT;
    return new Altered(
        EventFields.withLine(event, number, field, value),
        null,
        flaw,
        rule.name(),
        number,
        "%s of line %d is %s".formatted(field, number, shown(rule, value)));
  }

  private static String lineField(InvalidField rule, SpecificRecord event) {
    return switch (rule) {
      case MISSING_FIELD, ID_TOO_LONG, ID_WITH_NUL -> "productId";
      case UNKNOWN_PRODUCT -> "productRevision";
      case NON_POSITIVE_QUANTITY -> "quantity";
      case DISCOUNT_EXCEEDS_PRICE -> "discountMicros";
      default -> event instanceof OrderPlaced ? "unitPriceMicros" : "refundMicros";
    };
  }

  private static Object lineValue(
      InvalidField rule, SpecificRecord line, String field, RandomStream random) {
    Object sound = EventFields.get(line, field);
    return switch (rule) {
      case MISSING_FIELD -> " ";
      case ID_TOO_LONG -> "x".repeat(LONGEST_ID + 1 + random.nextInt(100));
      case ID_WITH_NUL -> sound + "\0";
      case UNKNOWN_PRODUCT -> REVISION_NEVER_PUBLISHED + (Integer) sound;
      case NON_POSITIVE_QUANTITY -> random.nextBoolean() ? (Object) 0 : -(Integer) sound;
      case NON_POSITIVE_PRICE -> random.nextBoolean() ? (Object) 0L : -(Long) sound;
      case AMOUNT_OUT_OF_RANGE -> GREATEST_AMOUNT_MICROS + 1 + random.nextLong(1_000_000);
      case DISCOUNT_EXCEEDS_PRICE -> discount((OrderLine) line, random);
      default -> throw new IllegalArgumentException(rule + " is no rule for a line");
    };
  }

  private static long discount(OrderLine line, RandomStream random) {
    long off = 1 + random.nextLong(1_000_000);
    return random.nextBoolean() ? -off : line.getQuantity() * line.getUnitPriceMicros() + off;
  }

  private static String shown(InvalidField rule, Object value) {
    return switch (rule) {
      case MISSING_FIELD -> "blank";
      case ID_TOO_LONG -> "%d characters long".formatted(((String) value).length());
      case ID_WITH_NUL -> "one that ends in NUL";
      default -> value.toString();
    };
  }

  private static Altered whole(Flaw flaw, InvalidField rule, SpecificRecord broken, String detail) {
    return new Altered(broken, null, flaw, rule.name(), 0, detail);
  }
}
