package dev.highstreet.dashboard.monitoring;

import static java.util.Objects.requireNonNull;

import dev.highstreet.dashboard.shell.WrongParameter;
import java.time.Instant;
import java.time.format.DateTimeParseException;

/**
 * A place in the list of dead letters: what comes next is older than this one. Letters that arrive
 * meanwhile move nothing.
 *
 * @param recordTime of the last letter shown
 * @param place of the same, for records of one moment
 * @param line of the same, for lines of one record
 */
public record LetterCursor(Instant recordTime, LetterPlace place, int line) {
  /** Before every letter: the newest page. */
  static final LetterCursor NEWEST =
      new LetterCursor(Instant.parse("9999-12-31T00:00:00Z"), new LetterPlace("~", 0, 0), 0);

  private static final Instant OLDEST = Instant.parse("0001-01-01T00:00:00Z");
  private static final char SEPARATOR = '~';

  public LetterCursor {
    requireNonNull(recordTime, "recordTime is null");
    requireNonNull(place, "place is null");
  }

  /**
   * Reads {@code ?before=}.
   *
   * @throws WrongParameter if it is not as {@link #toString} writes it, or in no year from 1 to
   *     9999
   */
  static LetterCursor parse(String value) {
    String[] parts = value.split(String.valueOf(SEPARATOR), -1);
    if (parts.length != 3 || !parts[2].matches("\\d{1,9}")) {
      throw wrong(value);
    }
    try {
      Instant moment = Instant.parse(parts[0]);
      if (moment.isBefore(OLDEST) || moment.isAfter(NEWEST.recordTime)) {
        throw wrong(value);
      }
      return new LetterCursor(
          moment, LetterPlace.parse("before", parts[1]), Integer.parseInt(parts[2]));
    } catch (DateTimeParseException e) {
      throw wrong(value);
    }
  }

  private static WrongParameter wrong(String value) {
    return new WrongParameter(
        "before",
        value,
        "what the link to older letters has, such as 2011-03-27T12:00:00Z~orders/0/17~0");
  }

  /** As it is written in the address. */
  @Override
  public String toString() {
    return recordTime.toString() + SEPARATOR + place + SEPARATOR + line;
  }
}
