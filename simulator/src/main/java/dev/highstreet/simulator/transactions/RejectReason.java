package dev.highstreet.simulator.transactions;

/** Why a row cannot become part of an event. Anything less than this is dirt, and is passed on. */
public enum RejectReason {
  /** The row has more or fewer fields than the header. */
  WRONG_FIELD_COUNT,
  /** A field holds whole rows: the quote before it was never closed. */
  UNCLOSED_QUOTE,
  /** Nothing says which invoice the row belongs to. */
  EMPTY_INVOICE,
  /** A text is longer than any that belongs into an event. */
  FIELD_TOO_LONG,
  /** The quantity is not a whole number. */
  UNPARSEABLE_QUANTITY,
  /** The quantity, or its opposite, does not fit into 32 bits. */
  QUANTITY_OUT_OF_RANGE,
  /** The time is not written in the time format, or is no time of any day. */
  UNPARSEABLE_TIME,
  /** The time is before 1970, or after 9999: Kafka has no earlier one, and nobody means a later. */
  TIME_OUT_OF_RANGE,
  /** The price is not a decimal number of whole micros. */
  UNPARSEABLE_PRICE,
  /** The price, or quantity × price, does not fit into 64 bits of micros. */
  PRICE_OUT_OF_RANGE
}
