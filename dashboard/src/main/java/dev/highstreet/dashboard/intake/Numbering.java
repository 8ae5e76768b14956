package dev.highstreet.dashboard.intake;

import static java.util.Objects.requireNonNull;

import dev.highstreet.dashboard.shell.FieldProblem;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Gives revisions their numbers: 1, 2, … of each product or store. What says the same as the newest
 * is passed over.
 *
 * @param <R> a revision of a product, or of a store
 */
final class Numbering<R> {
  private final Shape<R> shape;
  private final Map<String, R> newest = new HashMap<>();
  private final List<FieldProblem> faults = new ArrayList<>();

  /**
   * Goes on from what is known.
   *
   * @param known of each id the newest; of two, the one with the greater number
   */
  Numbering(Shape<R> shape, List<R> known) {
    this.shape = requireNonNull(shape, "shape is null");
    known.forEach(
        revision ->
            newest.merge(
                shape.id(revision),
                revision,
                (one, other) -> shape.number(one) >= shape.number(other) ? one : other));
  }

  /** What a numbering must know of revisions. */
  interface Shape<R> {
    String id(R revision);

    int number(R revision);

    /** The same with another number. */
    R as(R revision, int number);

    /**
     * The same, with what it does not say as it was before.
     *
     * @param before the revision before; null for the first
     */
    R after(R revision, R before);

    /** What it says that no later revision may, if it does. */
    Optional<FieldProblem> fault(String place, R revision, R before);
  }

  /**
   * The number of a revision that is to be sent; empty if it is known.
   *
   * @param place such as {@code revisions[3]}
   */
  Optional<R> next(String place, R given) {
    R before = newest.get(shape.id(given));
    int last = before == null ? 0 : shape.number(before);
    int number = shape.number(given);
    R told = shape.as(shape.after(given, before), last);
    if (told.equals(before) && (number == Till.NEWEST_REVISION || number == last)) {
      return Optional.empty();
    }
    Optional<FieldProblem> fault =
        number == Till.NEWEST_REVISION || number == last + 1
            ? shape.fault(place, given, before)
            : Optional.of(
                new FieldProblem(
                    place + ".revision",
                    String.valueOf(number),
                    "%d, which is the next of it, or none".formatted(last + 1)));
    if (fault.isPresent()) {
      faults.add(fault.get());
      return Optional.empty();
    }
    R next = shape.as(told, last + 1);
    newest.put(shape.id(next), next);
    return Optional.of(next);
  }

  /** What was found wrong so far. */
  List<FieldProblem> faults() {
    return List.copyOf(faults);
  }
}
