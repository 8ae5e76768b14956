package dev.highstreet.simulator.engine;

import dev.highstreet.simulator.counter.RefusedException;
import dev.highstreet.simulator.counter.Revision;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Every revision that others have told of, of products or of stores, by id; each from 1 on. */
final class RevisionBook<R extends Revision> {
  private final Class<R> kind;
  private final Map<String, List<R>> told = new HashMap<>();
  private int revisions;

  /** A book of none, of products or of stores. */
  RevisionBook(Class<R> kind) {
    this.kind = kind;
  }

  boolean knows(String id) {
    return told.containsKey(id);
  }

  /** Those of an id, the first first; none if it is not known. */
  List<R> of(String id) {
    return told.getOrDefault(id, List.of());
  }

  int revisions() {
    return revisions;
  }

  /**
   * Adds one.
   *
   * @return as it is kept; empty if it is there already
   * @throws RefusedException if it contradicts what is there
   */
  Optional<R> add(R revision, Instant now) {
    List<R> before = of(revision.id());
    int newest = before.size();
    int number = revision.number();
    if (number == Revision.NEXT) {
      boolean same =
          newest > 0 && kept(revision, newest, before, now).equals(before.get(newest - 1));
      number = same ? newest : newest + 1;
    } else if (number > newest + 1) {
      throw new RefusedException(
          "revision",
          "revision is %d, and %s has %s: give %d, or none for the next"
              .formatted(
                  number,
                  revision.id(),
                  newest == 0 ? "none yet" : "revisions 1 to " + newest,
                  newest + 1));
    }
    R kept = kept(revision, number, before, now);
    if (number <= newest) {
      refuseUnlessSame(kept, before.get(number - 1));
      return Optional.empty();
    }
    told.computeIfAbsent(revision.id(), id -> new ArrayList<>(1)).add(kept);
    revisions++;
    return Optional.of(kept);
  }

  private R kept(R revision, int number, List<R> before, Instant now) {
    R known = before.isEmpty() ? null : before.get(Math.min(number, before.size()) - 1);
    return kind.cast(revision.kept(number, known, now));
  }

  private static void refuseUnlessSame(Revision revision, Revision known) {
    if (!revision.equals(known)) {
      throw new RefusedException(
          "revision",
          "revision is %d, and revision %d of %s says something else, which stays as it is: give a new number, or none"
              .formatted(revision.number(), revision.number(), revision.id()));
    }
  }

  /** Takes back the newest of an id. */
  void takeBack(String id) {
    List<R> of = told.get(id);
    of.remove(of.size() - 1);
    if (of.isEmpty()) {
      told.remove(id);
    }
    revisions--;
  }
}
