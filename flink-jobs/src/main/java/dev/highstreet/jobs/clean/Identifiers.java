package dev.highstreet.jobs.clean;

/** The rules for texts that name something: they become keys of tables, which have their limits. */
final class Identifiers {
  /**
   * Characters of an id or a category at most. Postgres refuses a key of more than about 2,700
   * bytes, again and again, however often a job is restarted.
   */
  static final int LONGEST = 200;

  private Identifiers() {}

  /**
   * What is wrong with an identifier, or null for a sound one.
   *
   * @param line the line it stands in; 0 for the whole record
   * @param field its name in the contract
   */
  static Fault fault(int line, String field, String value) {
    if (value.isBlank()) {
      return Fault.clean(line, Reason.MISSING_FIELD, field + " is blank");
    }
    if (value.length() > LONGEST) {
      return Fault.clean(
          line,
          Reason.ID_TOO_LONG,
          "%s has %d characters; it must have at most %d"
              .formatted(field, value.length(), LONGEST));
    }
    if (value.indexOf('\0') >= 0) {
      // a table would hold another character in its place, and two ids could become one
      return Fault.clean(
          line, Reason.ID_WITH_NUL, field + " holds a NUL character, which Postgres does not keep");
    }
    return null;
  }
}
