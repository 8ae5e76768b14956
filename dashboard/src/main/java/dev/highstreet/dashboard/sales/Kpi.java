package dev.highstreet.dashboard.sales;

import static java.util.Objects.requireNonNull;

/**
 * One figure at the head of the page.
 *
 * @param label what it is
 * @param value formatted; – where there is none
 * @param settled whether nothing on time can change it any more
 * @param comparison how it compares with the period before, in words; empty when it does not
 * @param rising 1, -1 or 0: where the comparison's arrow points
 * @param part the figure over the final days alone; empty when all or none of it is final
 * @param note what else must be said, such as why there is no figure
 */
public record Kpi(
    String label,
    String value,
    boolean settled,
    String comparison,
    int rising,
    String part,
    String note) {
  public Kpi {
    requireNonNull(label, "label is null");
    requireNonNull(value, "value is null");
    requireNonNull(comparison, "comparison is null");
    requireNonNull(part, "part is null");
    requireNonNull(note, "note is null");
  }

  /** All but the pence of an amount. */
  public String pounds() {
    int point = value.indexOf('.');
    return point < 0 ? value : value.substring(0, point);
  }

  /** The pence of an amount with their point; empty otherwise. */
  public String pence() {
    int point = value.indexOf('.');
    return point < 0 ? "" : value.substring(point);
  }

  /** How settled it is, in words. */
  public String words() {
    return settled ? "final: nothing on time can change it" : "early: may still move";
  }
}
