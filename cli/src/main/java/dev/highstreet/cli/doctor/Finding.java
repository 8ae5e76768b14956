package dev.highstreet.cli.doctor;

import static java.util.Objects.requireNonNull;

/**
 * One thing that was looked at.
 *
 * @param subject what was looked at, in a word or two
 * @param state whether it will do
 * @param found what was found
 * @param remedy what to do; empty where nothing is to be done
 */
record Finding(String subject, State state, String found, String remedy) {
  /** Whether it will do. */
  enum State {
    /** As it should be. */
    OK,
    /** Not as expected, but the platform copes. */
    NOTE,
    /** The platform will not work. */
    WRONG
  }

  Finding {
    requireNonNull(subject, "subject is null");
    requireNonNull(state, "state is null");
    requireNonNull(found, "found is null");
    requireNonNull(remedy, "remedy is null");
  }

  static Finding ok(String subject, String found) {
    return new Finding(subject, State.OK, found, "");
  }

  static Finding note(String subject, String found, String remedy) {
    return new Finding(subject, State.NOTE, found, remedy);
  }

  static Finding wrong(String subject, String found, String remedy) {
    return new Finding(subject, State.WRONG, found, remedy);
  }

  boolean isWrong() {
    return state == State.WRONG;
  }
}
