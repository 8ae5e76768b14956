package dev.highstreet.simulator.emit.fault;

/** What may happen to an event on its way. The names are written beside the truth. */
public enum FaultKind {
  /**
   * Received more than a minute after it occurred. Up to a minute is the ordinary way, and no
   * fault.
   */
  DELAYED,
  /** Written after others that were received later, by less than clocks may differ. */
  DISORDERED,
  /** Written again, byte for byte, soon or much later. */
  REPEATED,
  /** Bytes that do not decode any more. Damaging. */
  CORRUPTED,
  /** A field that breaks a rule of the contract. Damaging. */
  INVALID,
  /** Well framed, but of a schema that nobody knows. Damaging. */
  UNKNOWN_SCHEMA,
  /** Written with the version of its schema before today's. */
  OLD_SCHEMA
}
