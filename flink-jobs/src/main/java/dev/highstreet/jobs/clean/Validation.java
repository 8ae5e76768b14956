package dev.highstreet.jobs.clean;

import dev.highstreet.jobs.event.Transaction;
import dev.highstreet.jobs.event.TransactionLine;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * The rules for a transaction's content. A faulty line is quarantined alone; the transaction goes
 * on with the rest, and is quarantined when no line is left. Outliers are real, and pass.
 */
public final class Validation {
  /**
   * A line, and all lines of a transaction together, may be worth or cost a hundred million units
   * of currency. A sum overflows after ninety thousand such transactions in one period, not after a
   * few records of many such lines.
   */
  public static final long GREATEST_AMOUNT_MICROS = 100_000_000_000_000L;

  /** How far a reported total may be off: a penny, for shops that round line by line. */
  private static final long TOTAL_TOLERANCE_MICROS = 10_000;

  private Validation() {}

  /**
   * Every fault of a transaction, line by line; a fault of line 0 concerns it as a whole and ends
   * it. Empty for a sound one.
   */
  static List<Fault> faults(Transaction transaction) {
    Fault whole = wholeFault(transaction);
    if (whole != null) {
      return List.of(whole);
    }
    List<Fault> faults = new ArrayList<>(0);
    for (TransactionLine line : transaction.lines()) {
      Fault fault = transaction.isSale() ? soldFault(line) : returnedFault(line);
      if (fault != null) {
        faults.add(fault);
      }
    }
    if (faults.size() == transaction.lines().size()) {
      faults.add(
          0,
          Fault.clean(
              0, Reason.NO_LINES_LEFT, "all %d lines are at fault".formatted(faults.size())));
      return faults;
    }
    Fault sum = sumFault(transaction, faults);
    if (sum == null && faults.isEmpty() && transaction.isSale()) {
      sum = totalFault(transaction);
    }
    if (sum != null) {
      faults.add(0, sum);
    }
    return faults;
  }

  private static Fault sumFault(Transaction transaction, List<Fault> faults) {
    Set<Integer> faulty = new HashSet<>();
    faults.forEach(fault -> faulty.add(fault.line()));
    long micros = 0;
    for (TransactionLine line : transaction.lines()) {
      if (!faulty.contains(line.number())) {
        // of sound lines only one of the two is not 0, and neither goes beyond the bound
        micros += line.quantity() * line.unitPriceMicros() + line.refundMicros();
      }
      if (micros > GREATEST_AMOUNT_MICROS) {
        return Fault.clean(
            0,
            Reason.AMOUNT_OUT_OF_RANGE,
            "the lines come to more than %d micros".formatted(GREATEST_AMOUNT_MICROS));
      }
    }
    return null;
  }

  private static Fault wholeFault(Transaction transaction) {
    if (transaction.eventId().isZero()) {
      return missing("eventId is all zeros");
    }
    Fault fault =
        Identifiers.fault(0, transaction.isSale() ? "orderId" : "returnId", transaction.id());
    if (fault == null) {
      fault = Identifiers.fault(0, "storeId", transaction.storeId());
    }
    if (fault == null && transaction.customerId() != null) {
      fault = Identifiers.fault(0, "customerId", transaction.customerId());
    }
    if (fault == null && !transaction.isSale() && transaction.takenBack().orderId() != null) {
      fault = Identifiers.fault(0, "orderId", transaction.takenBack().orderId());
    }
    if (fault == null && transaction.lines().isEmpty()) {
      fault = missing("lines is empty");
    }
    return fault;
  }

  private static Fault missing(String detail) {
    return Fault.clean(0, Reason.MISSING_FIELD, detail);
  }

  private static Fault soldFault(TransactionLine line) {
    Fault fault = commonFault(line);
    if (fault != null) {
      return fault;
    }
    if (line.unitPriceMicros() <= 0) {
      return Fault.clean(
          line.number(),
          Reason.NON_POSITIVE_PRICE,
          "unitPriceMicros is %d; it must be above 0".formatted(line.unitPriceMicros()));
    }
    if (line.unitPriceMicros() > GREATEST_AMOUNT_MICROS / line.quantity()) {
      return Fault.clean(
          line.number(),
          Reason.AMOUNT_OUT_OF_RANGE,
          "%d units at %d micros are worth more than %d micros"
              .formatted(line.quantity(), line.unitPriceMicros(), GREATEST_AMOUNT_MICROS));
    }
    long grossMicros = line.quantity() * line.unitPriceMicros();
    if (line.discountMicros() < 0 || line.discountMicros() > grossMicros) {
      return Fault.clean(
          line.number(),
          Reason.DISCOUNT_EXCEEDS_PRICE,
          "discountMicros is %d; it must be from 0 to the line's %d"
              .formatted(line.discountMicros(), grossMicros));
    }
    return null;
  }

  private static Fault returnedFault(TransactionLine line) {
    Fault fault = commonFault(line);
    if (fault != null) {
      return fault;
    }
    if (line.refundMicros() <= 0) {
      return Fault.clean(
          line.number(),
          Reason.NON_POSITIVE_PRICE,
          "refundMicros is %d; it must be above 0".formatted(line.refundMicros()));
    }
    if (line.refundMicros() > GREATEST_AMOUNT_MICROS) {
      return Fault.clean(
          line.number(),
          Reason.AMOUNT_OUT_OF_RANGE,
          "refundMicros is %d; it must be at most %d"
              .formatted(line.refundMicros(), GREATEST_AMOUNT_MICROS));
    }
    return null;
  }

  private static Fault commonFault(TransactionLine line) {
    Fault fault = Identifiers.fault(line.number(), "productId", line.productId());
    if (fault != null) {
      return fault;
    }
    if (line.quantity() <= 0) {
      return Fault.clean(
          line.number(),
          Reason.NON_POSITIVE_QUANTITY,
          "quantity is %d; it must be above 0".formatted(line.quantity()));
    }
    return null;
  }

  private static Fault totalFault(Transaction transaction) {
    Long reported = transaction.sale().reportedTotalMicros();
    if (reported == null) {
      return null;
    }
    long netMicros = 0; // no more than the bound: the sum has been judged before
    for (TransactionLine line : transaction.lines()) {
      netMicros += line.quantity() * line.unitPriceMicros() - line.discountMicros();
    }
    // compared without subtracting: a reported total near the end of the range would overflow
    boolean close =
        reported >= netMicros - TOTAL_TOLERANCE_MICROS
            && reported <= netMicros + TOTAL_TOLERANCE_MICROS;
    return close
        ? null
        : Fault.clean(
            0,
            Reason.TOTAL_MISMATCH,
            "reportedTotalMicros is %d, but the lines come to %d".formatted(reported, netMicros));
  }
}
