package dev.highstreet.jobs.clean;

import dev.highstreet.jobs.event.Arrival;
import dev.highstreet.jobs.event.ProductRevision;
import dev.highstreet.jobs.event.Revision;

/** The rules for a revision's content. */
public final class RevisionRules {
  private RevisionRules() {}

  /** What is wrong with the revision that arrived, or null for a sound one. */
  public static Fault fault(Arrival arrival) {
    Revision revision = arrival.revision();
    if (arrival.eventId().isZero()) {
      return missing("eventId is all zeros");
    }
    Fault fault = Identifiers.fault(0, "the id of the revised entity", revision.entityId());
    if (fault != null) {
      return fault;
    }
    if (revision.number() < 1) {
      return missing("revision is %d; the first is 1".formatted(revision.number()));
    }
    if (revision.product() != null) {
      return productFault(revision.product());
    }
    return null;
  }

  private static Fault productFault(ProductRevision product) {
    Fault fault = Identifiers.fault(0, "category", product.category());
    if (fault == null) {
      fault = outOfRange("listPriceMicros", product.listPriceMicros());
    }
    return fault == null ? outOfRange("unitCostMicros", product.unitCostMicros()) : fault;
  }

  /** A product may be free and may cost nothing, but neither price can be negative. */
  private static Fault outOfRange(String field, long micros) {
    if (micros < 0) {
      return Fault.clean(
          0, Reason.NON_POSITIVE_PRICE, "%s is %d; it must be 0 or more".formatted(field, micros));
    }
    if (micros > Validation.GREATEST_AMOUNT_MICROS) {
      return Fault.clean(
          0,
          Reason.AMOUNT_OUT_OF_RANGE,
          "%s is %d; it must be at most %d"
              .formatted(field, micros, Validation.GREATEST_AMOUNT_MICROS));
    }
    return null;
  }

  private static Fault missing(String detail) {
    return Fault.clean(0, Reason.MISSING_FIELD, detail);
  }
}
