package dev.highstreet.dashboard.uploads;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.Optional;

/**
 * A file and what became of it.
 *
 * @param file its name, without its id
 * @param kind what it holds, as the database names it; empty if its header is none of ours
 * @param bytes how large it is
 * @param rows below its header, as far as it was read
 * @param rejected lines at fault
 * @param endedAt on the wall clock
 */
public record Upload(
    String id,
    String file,
    Optional<String> kind,
    State state,
    long bytes,
    long rows,
    long rejected,
    Instant endedAt) {
  public Upload {
    requireNonNull(id, "id is null");
    requireNonNull(file, "file is null");
    requireNonNull(kind, "kind is null");
    requireNonNull(state, "state is null");
    requireNonNull(endedAt, "endedAt is null");
  }

  /** How it ended. */
  public enum State {
    /** Every row was handed over. */
    TAKEN,
    /** No row was. */
    REFUSED
  }

  /** Whether it was taken. */
  public boolean isTaken() {
    return state == State.TAKEN;
  }
}
