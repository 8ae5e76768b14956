package dev.highstreet.simulator.replay;

/** A row cannot become part of an event. Cheap to throw: a file may be full of them. */
final class RejectedRowException extends Exception {
  private static final long serialVersionUID = 1L;

  private final RejectReason reason;

  /** A reason, and a sentence that names the value found and what was expected. */
  RejectedRowException(RejectReason reason, String detail) {
    super(detail, null, false, false);
    this.reason = reason;
  }

  RejectReason reason() {
    return reason;
  }
}
