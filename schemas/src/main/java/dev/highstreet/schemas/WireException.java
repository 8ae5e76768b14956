package dev.highstreet.schemas;

import static java.util.Objects.requireNonNull;

/**
 * Bytes that are no event of the contract. Cheap to throw (no stack trace): damaged records are
 * expected, and each is answered with a dead letter.
 */
public final class WireException extends Exception {
  private static final long serialVersionUID = 1L;

  /** What is wrong with the bytes. */
  public enum Fault {
    /** No single-object encoding, or a body that does not decode with the schema it names. */
    UNDECODABLE,
    /** Well framed, but written with a schema that this build does not know. */
    UNKNOWN_SCHEMA
  }

  private final Fault fault;

  /** A fault, and a sentence that names the value found and what was expected. */
  public WireException(Fault fault, String detail) {
    super(requireNonNull(detail, "detail is null"), null, false, false);
    this.fault = requireNonNull(fault, "fault is null");
  }

  /** What is wrong with the bytes. */
  public Fault fault() {
    return fault;
  }
}
