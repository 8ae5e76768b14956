package dev.highstreet.dashboard.shell;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

/**
 * What the newest comparison with the answer key came to, on every page.
 *
 * @param state whether there was one, and whether it found everything equal
 * @param text in a few words
 * @param words in a sentence: which days, as which view, how long ago
 */
public record Seal(State state, String text, String words) {
  /** What the comparison came to. */
  public enum State {
    /** Nothing has been compared, or it is not known whether it was. */
    NONE,
    /** All tables equal the answer key. */
    EQUAL,
    /** At least one does not. */
    DIFFERENT
  }

  /**
   * The newest comparison.
   *
   * @param at when it was made, on the wall clock
   * @param view which truth it was made with: AS_STREAMED, FINAL or AS_HEALED
   * @param firstDay the first day that was compared
   * @param lastDay the last
   * @param tables how many tables were compared
   * @param equalTables how many were equal
   * @param rows rows of the answer key
   */
  record Comparison(
      Instant at,
      String view,
      LocalDate firstDay,
      LocalDate lastDay,
      long tables,
      long equalTables,
      long rows) {}

  static Seal of(Panel<Optional<Comparison>> read, Instant now) {
    Optional<Comparison> newest = read.found().flatMap(found -> found);
    if (newest.isEmpty()) {
      return new Seal(
          State.NONE,
          "Not verified yet",
          "Nothing has been compared with the answer key: ./highstreet verify does that.");
    }
    Comparison compared = newest.get();
    return new Seal(
        compared.equalTables() == compared.tables() ? State.EQUAL : State.DIFFERENT,
        "Reconciled %d of %d".formatted(compared.equalTables(), compared.tables()),
        "%d of %d tables, with %s rows, equal the answer key %s, %s to %s, compared %s ago."
            .formatted(
                compared.equalTables(),
                compared.tables(),
                Format.count(compared.rows()),
                inWords(compared.view()),
                Format.day(compared.firstDay()),
                Format.day(compared.lastDay()),
                Format.age(Duration.between(compared.at(), now))));
  }

  /** A view of the truth, in words. */
  public static String inWords(String view) {
    return switch (view) {
      case "AS_STREAMED" -> "as streamed";
      case "AS_HEALED" -> "with the late events that backfills have covered";
      default -> "with every late event";
    };
  }

  /** In fewer words still. */
  public String shortText() {
    return switch (state) {
      case NONE -> "Unverified";
      case EQUAL, DIFFERENT -> text.replace("Reconciled ", "").replace(" of ", "/");
    };
  }

  /** The icon, as Lucide names it. */
  public String icon() {
    return switch (state) {
      case NONE -> "circle-dashed";
      case EQUAL -> "check-check";
      case DIFFERENT -> "circle-x";
    };
  }

  /** The class that colours it; green is earned. */
  public String look() {
    return switch (state) {
      case NONE -> "seal";
      case EQUAL -> "seal true";
      case DIFFERENT -> "seal off";
    };
  }
}
