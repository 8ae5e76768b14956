package dev.highstreet.jobs.clean;

/**
 * What is wrong with a line, or with a record as a whole.
 *
 * @param stage where in the pipeline it was found
 * @param line number of the faulty line; 0 for the whole record
 * @param reason the contract's code
 * @param detail a sentence that names the value found and the bound
 */
public record Fault(Stage stage, int line, Reason reason, String detail) {

  /** Where in the pipeline a fault was found. */
  public enum Stage {
    DECODE,
    CLEAN,
    ENRICH
  }

  static Fault clean(int line, Reason reason, String detail) {
    return new Fault(Stage.CLEAN, line, reason, detail);
  }
}
