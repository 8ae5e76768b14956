package dev.highstreet.simulator.transactions;

/** A row cannot become part of an event. Cheap to throw: a file may be full of them. */
public final class RejectedRowException extends Exception {
  private static final long serialVersionUID = 1L;

  private final RejectReason reason;

  /** A reason, and a sentence that names the value found and what was expected. */
  RejectedRowException(RejectReason reason, String detail) {
    super(detail, null, false, false);
    this.reason = reason;
  }

  /** Which rule the row breaks. */
  public RejectReason reason() {
    return reason;
  }
}
