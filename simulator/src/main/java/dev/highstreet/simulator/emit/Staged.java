package dev.highstreet.simulator.emit;

import java.io.IOException;

/** Something in the making, beside the place where it is to appear. */
public interface Staged {
  /** Moves it to its place; what is there gives way. */
  void complete() throws IOException;

  /** Deletes what has been made of it. */
  void abandon() throws IOException;
}
