package dev.highstreet.simulator.emit.fault;

import dev.highstreet.schemas.OrderPlaced;
import dev.highstreet.schemas.OrderReturned;
import java.util.ArrayList;
import java.util.List;
import org.apache.avro.specific.SpecificRecord;

/** The rules of the contract that a field can break. The names are the contract's reasons. */
enum InvalidField {
  MISSING_FIELD,
  ID_TOO_LONG,
  ID_WITH_NUL,
  NON_POSITIVE_QUANTITY,
  NON_POSITIVE_PRICE,
  DISCOUNT_EXCEEDS_PRICE,
  AMOUNT_OUT_OF_RANGE,
  TIME_OUT_OF_RANGE,
  OCCURRED_IN_FUTURE,
  RECEIVED_IN_FUTURE,
  UNKNOWN_PRODUCT,
  UNKNOWN_STORE,
  TOTAL_MISMATCH,
  NO_LINES_LEFT;

  private static final List<InvalidField> OF_ANY_EVENT =
      List.of(TIME_OUT_OF_RANGE, OCCURRED_IN_FUTURE, RECEIVED_IN_FUTURE);
  private static final List<InvalidField> OF_AN_ORDER = List.of(values());
  private static final List<InvalidField> OF_A_RETURN = ofAReturn();

  /** The rules that an event can break; an event without lines only those of time. */
  static List<InvalidField> of(SpecificRecord event) {
    if (EventFields.lines(event).isEmpty()) {
      return OF_ANY_EVENT;
    }
    if (event instanceof OrderPlaced) {
      return OF_AN_ORDER;
    }
    return event instanceof OrderReturned ? OF_A_RETURN : OF_ANY_EVENT;
  }

  private static List<InvalidField> ofAReturn() {
    List<InvalidField> rules = new ArrayList<>(List.of(values()));
    rules.removeAll(List.of(DISCOUNT_EXCEEDS_PRICE, TOTAL_MISMATCH));
    return List.copyOf(rules);
  }
}
