package dev.highstreet.jobs.enrich;

import dev.highstreet.jobs.clean.Fault;
import dev.highstreet.jobs.clean.Reason;
import dev.highstreet.jobs.clean.Screened;
import dev.highstreet.jobs.clean.Validation;
import dev.highstreet.jobs.enrich.Catalogue.Facts;
import dev.highstreet.jobs.enrich.Catalogue.Name;
import dev.highstreet.jobs.event.Transaction;
import dev.highstreet.jobs.event.TransactionLine;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What a transaction comes to with the revisions known now.
 *
 * @param booked the accepted part, or null when nothing of it can be accepted
 * @param faults all of the transaction, found here or before, in the order of their lines
 * @param isComplete true if no later revision can change this
 */
record Booking(BookedTransaction booked, List<Fault> faults, boolean isComplete) {
  /** Looks up what is known under a name. */
  @FunctionalInterface
  interface Lookup {
    Optional<Facts> find(Name name) throws Exception;
  }

  static Booking of(Screened screened, Lookup lookup) throws Exception {
    Transaction transaction = screened.transaction();
    List<Fault> faults = new ArrayList<>(screened.faults());
    Optional<Facts> store = lookup.find(Catalogue.store(transaction.storeId()));
    if (store.isEmpty()) {
      String detail = "store %s has not been published".formatted(transaction.storeId());
      faults.add(0, fault(0, Reason.UNKNOWN_STORE, detail));
      return new Booking(null, faults, false);
    }
    Set<Integer> faulty = new HashSet<>();
    screened.faults().forEach(fault -> faulty.add(fault.line()));
    List<BookedLine> lines = new ArrayList<>(transaction.lines().size());
    boolean complete = true;
    for (TransactionLine line : transaction.lines()) {
      if (faulty.contains(line.number())) {
        continue;
      }
      Optional<Facts> product =
          lookup.find(Catalogue.product(line.productId(), line.productRevision()));
      if (product.isEmpty()) {
        complete = false;
        faults.add(unknownProduct(line));
      } else if (tooMuch(line.quantity(), product.get().unitCostMicros())) {
        faults.add(tooCostly(line, product.get()));
      } else {
        lines.add(new BookedLine(line, product.get().label(), product.get().unitCostMicros()));
      }
    }
    faults.sort(Comparator.comparingInt(Fault::line));
    if (lines.isEmpty()) {
      faults.add(0, fault(0, Reason.NO_LINES_LEFT, "no line could be booked"));
      return new Booking(null, faults, complete);
    }
    if (costsTooMuch(lines)) {
      String detail =
          "the lines cost more than %d micros".formatted(Validation.GREATEST_AMOUNT_MICROS);
      faults.add(0, fault(0, Reason.AMOUNT_OUT_OF_RANGE, detail));
      return new Booking(null, faults, complete);
    }
    BookedTransaction booked =
        new BookedTransaction(transaction, store.get().label(), lines, screened.arrival().origin());
    return new Booking(booked, faults, complete);
  }

  private static Fault unknownProduct(TransactionLine line) {
    return fault(
        line.number(),
        Reason.UNKNOWN_PRODUCT,
        "product %s, revision %d, has not been published"
            .formatted(line.productId(), line.productRevision()));
  }

  private static Fault fault(int line, Reason reason, String detail) {
    return new Fault(Fault.Stage.ENRICH, line, reason, detail);
  }

  private static boolean tooMuch(int quantity, long unitCostMicros) {
    return unitCostMicros > Validation.GREATEST_AMOUNT_MICROS / quantity;
  }

  private static boolean costsTooMuch(List<BookedLine> lines) {
    long micros = 0;
    for (BookedLine line : lines) {
      micros += line.costMicros();
      if (micros > Validation.GREATEST_AMOUNT_MICROS) {
        return true;
      }
    }
    return false;
  }

  private static Fault tooCostly(TransactionLine line, Facts product) {
    return fault(
        line.number(),
        Reason.AMOUNT_OUT_OF_RANGE,
        "%d units at a cost of %d micros come to more than %d micros"
            .formatted(
                line.quantity(), product.unitCostMicros(), Validation.GREATEST_AMOUNT_MICROS));
  }
}
