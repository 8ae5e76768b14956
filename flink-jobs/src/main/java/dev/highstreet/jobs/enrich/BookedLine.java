package dev.highstreet.jobs.enrich;

import dev.highstreet.jobs.event.TransactionLine;

/**
 * An accepted line, with what its product revision adds.
 *
 * @param line as received
 * @param category category of the named revision
 * @param unitCostMicros cost of a unit, of the named revision
 */
public record BookedLine(TransactionLine line, String category, long unitCostMicros) {
  /** Quantity × unit price; 0 in a return. */
  public long grossMicros() {
    return line.quantity() * line.unitPriceMicros();
  }

  /** Gross less discount; 0 in a return. */
  public long netMicros() {
    return grossMicros() - line.discountMicros();
  }

  /** Quantity × unit cost. */
  public long costMicros() {
    return line.quantity() * unitCostMicros;
  }
}
