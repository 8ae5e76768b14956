package dev.highstreet.dashboard.storefront;

import static java.util.Objects.requireNonNull;

import dev.highstreet.dashboard.intake.Trace;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * How far an order has come, and when it was where. Times are of the wall clocks of this process
 * and of Postgres, which are taken to agree.
 *
 * @param orderId whose journey it is
 * @param trace of an order that was sent through this dashboard lately
 * @param accepted once the job has accepted it
 * @param letters what of it was quarantined; a letter of line 0 is all of it
 * @param late if it was set aside
 * @param booked when the rows of its products on its day had been written, after it was sent
 * @param shown when a page's stream told so
 */
public record Journey(
    String orderId,
    Optional<Trace> trace,
    Optional<Accepted> accepted,
    List<Letter> letters,
    Optional<Late> late,
    Optional<Instant> booked,
    Optional<Instant> shown) {
  public Journey {
    requireNonNull(orderId, "orderId is null");
    requireNonNull(trace, "trace is null");
    requireNonNull(accepted, "accepted is null");
    letters = List.copyOf(letters);
    requireNonNull(late, "late is null");
    requireNonNull(booked, "booked is null");
    requireNonNull(shown, "shown is null");
  }

  /** The order's row, once there is one. */
  public record Accepted(
      LocalDate day,
      Instant occurredAt,
      Instant at,
      int lines,
      int faultyLines,
      Trace.Sighting place) {}

  /** What was quarantined of it: line 0 is all of it. */
  public record Letter(int line, String reason, String detail, Instant at) {}

  /** Why it was set aside. */
  public record Late(String kind, LocalDate day, Instant at) {}

  static Journey begun(String orderId, Optional<Trace> trace) {
    return new Journey(
        orderId,
        trace,
        Optional.empty(),
        List.of(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }

  /** Whether anything is known of it at all. */
  boolean isKnown() {
    return trace.isPresent() || accepted.isPresent();
  }

  /** Whether it left the stream as a whole: quarantined, or set aside. */
  public boolean hasLeft() {
    return late.isPresent() || letters.stream().anyMatch(letter -> letter.line() == 0);
  }

  /** Whether nothing more is to come that this page shows. */
  boolean isOver() {
    return hasLeft() || shown.isPresent();
  }

  /** Where it lies in Kafka, as far as that is known. */
  public Optional<Trace.Sighting> place() {
    return trace.flatMap(Trace::sighting).or(() -> accepted.map(Accepted::place));
  }

  /** How long after it was sent; empty where that is not known. */
  public Optional<Duration> after(Instant moment) {
    return trace
        .map(known -> Duration.between(known.sent(), moment))
        .map(took -> took.isNegative() ? Duration.ZERO : took);
  }
}
