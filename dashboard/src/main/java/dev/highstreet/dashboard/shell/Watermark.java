package dev.highstreet.dashboard.shell;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;

/**
 * Up to when the shop's periods are final: not known yet, a moment, or everything (all input has
 * ended).
 *
 * @param at the moment; {@link Instant#MIN} when not known yet, {@link Instant#MAX} for everything
 */
public record Watermark(Instant at) implements Comparable<Watermark> {
  /** No watermark yet: nothing is final. */
  public static final Watermark NONE = new Watermark(Instant.MIN);

  /** All input has ended: everything is final. */
  public static final Watermark END = new Watermark(Instant.MAX);

  /** Reads a {@code timestamptz} column: null is {@link #NONE}, infinity {@link #END}. */
  public static Watermark read(ResultSet row, String column) throws SQLException {
    OffsetDateTime value = row.getObject(column, OffsetDateTime.class);
    if (value == null || value.isEqual(OffsetDateTime.MIN)) {
      return NONE;
    }
    return value.isEqual(OffsetDateTime.MAX) ? END : new Watermark(value.toInstant());
  }

  /** Whether a period that ends at this moment is final. */
  public boolean hasPassed(Instant end) {
    return !end.isAfter(at);
  }

  /** The moment, where there is one. */
  public Optional<Instant> moment() {
    return equals(NONE) || equals(END) ? Optional.empty() : Optional.of(at);
  }

  /** In words: the minute in the business zone, or that there is none. */
  public String shown(Format format) {
    if (equals(NONE)) {
      return "none yet";
    }
    return moment().map(format::minute).orElse("end of input");
  }

  @Override
  public int compareTo(Watermark other) {
    return at.compareTo(other.at);
  }
}
