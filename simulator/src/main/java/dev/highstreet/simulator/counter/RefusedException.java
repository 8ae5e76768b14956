package dev.highstreet.simulator.counter;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.stream.Collectors;

/** What somebody asked for cannot be done, and nothing of it was. */
public final class RefusedException extends IllegalArgumentException {
  private static final long serialVersionUID = 1L;

  /**
   * Something that is wrong.
   *
   * @param field what is at fault, as a path: {@code lines[0].quantity}; lines count from 0
   * @param message names the field, its value, the bound and the way out
   */
  public record Fault(String field, String message) {
    /** Refuses what is incomplete. */
    public Fault {
      requireNonNull(field, "field is null");
      requireNonNull(message, "message is null");
    }
  }

  private final transient List<Fault> faults;

  /** A refusal for one thing. */
  public RefusedException(String field, String message) {
    this(List.of(new Fault(field, message)));
  }

  /** A refusal for several things, one or more. */
  public RefusedException(List<Fault> faults) {
    super(faults.stream().map(Fault::message).collect(Collectors.joining("; ")));
    this.faults = List.copyOf(faults);
  }

  /** Everything that was found wrong, in the order of the fields. */
  public List<Fault> faults() {
    return faults;
  }

  /** The first thing that is at fault, as a path: {@code lines[0].quantity}. */
  public String field() {
    return faults.get(0).field();
  }

  /** The same refusal of a part of something: of {@code quantity} within {@code lines[0]}. */
  public RefusedException within(String whole) {
    return new RefusedException(
        faults.stream()
            .map(fault -> new Fault(whole + "." + fault.field(), whole + ": " + fault.message()))
            .toList());
  }
}
