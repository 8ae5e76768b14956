package dev.highstreet.jobs.clean;

/** Why a record or a line is quarantined. The names are part of the contract. */
public enum Reason {
  /** Bytes that do not decode, or an event that does not belong on its topic. */
  UNDECODABLE,
  /** Well framed, but with a schema that is not known. */
  UNKNOWN_SCHEMA,
  /** A text that must say something is blank, the event id is all zeros, or there is no line. */
  MISSING_FIELD,
  /** An id or a category of more than 200 characters, which no table could take as a key. */
  ID_TOO_LONG,
  /** An id or a category that holds a NUL character, which no table can hold. */
  ID_WITH_NUL,
  /** A line of no or negative units. */
  NON_POSITIVE_QUANTITY,
  /** A line with a unit price, or a refund, of 0 or less. */
  NON_POSITIVE_PRICE,
  /** A discount below 0, or above what the line costs. */
  DISCOUNT_EXCEEDS_PRICE,
  /**
   * A line or a whole transaction that is worth or costs more than {@link
   * Validation#GREATEST_AMOUNT_MICROS}: sums could overflow.
   */
  AMOUNT_OUT_OF_RANGE,
  /** occurredAt or receivedAt lies outside the years 1 to 9999. */
  TIME_OUT_OF_RANGE,
  /** occurredAt lies after receivedAt by more than clocks may differ. */
  OCCURRED_IN_FUTURE,
  /** receivedAt lies after the Kafka record's own time by more than clocks may differ. */
  RECEIVED_IN_FUTURE,
  /** The product revision named did not arrive in time. */
  UNKNOWN_PRODUCT,
  /** The store named did not arrive in time. */
  UNKNOWN_STORE,
  /** No line is at fault, yet the reported total is off by more than 0.01. */
  TOTAL_MISMATCH,
  /** Every line is quarantined, so the whole transaction is. */
  NO_LINES_LEFT
}
