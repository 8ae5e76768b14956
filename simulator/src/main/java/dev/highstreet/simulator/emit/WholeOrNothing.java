package dev.highstreet.simulator.emit;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.nio.file.Path;

/**
 * Sees to it that what a sink writes appears whole or not at all. Once a step has failed, closing
 * lets go of what the sink holds and deletes what there is, without another word: the failure has
 * been told. Belongs to one thread.
 */
public final class WholeOrNothing {
  private final String what;
  private final Path target;
  private final Staged staged;
  private boolean failed;
  private boolean closed;

  /** Something that is written. */
  @FunctionalInterface
  public interface Step {
    /** Writes it. */
    void run() throws IOException;
  }

  /** What ends the writing, and lets go of what was open. */
  @FunctionalInterface
  public interface Ending {
    /**
     * Ends it.
     *
     * @param whole whether what is still to be written shall be; else it is about to be deleted
     */
    void run(boolean whole) throws IOException;
  }

  /**
   * A folder, or a file, in the making.
   *
   * @param what is written, in a word, for messages
   * @param target where it is to appear, as the user named it
   */
  public WholeOrNothing(String what, Path target, Staged staged) {
    this.what = requireNonNull(what, "what is null");
    this.target = requireNonNull(target, "target is null");
    this.staged = requireNonNull(staged, "staged is null");
  }

  /**
   * Takes a step.
   *
   * @throws EmitException if it cannot be written; then none of it will appear
   */
  public void write(Step step) {
    try {
      step.run();
    } catch (IOException e) {
      throw failure(e);
    }
  }

  /** Makes sure that nothing will appear, as if a step had failed. */
  public void abandon() {
    failed = true;
  }

  /**
   * Ends the writing, and lets it appear; does nothing the second time.
   *
   * @throws EmitException if it cannot be written, unless a step has said so before
   */
  public void close(Ending ending) {
    if (closed) {
      return;
    }
    closed = true;
    try {
      ending.run(!failed);
      if (!failed) {
        staged.complete();
      }
    } catch (IOException e) {
      if (!failed) {
        throw failure(e);
      } // else it has been told
    } finally {
      if (failed) {
        write(staged::abandon);
      }
    }
  }

  private EmitException failure(IOException e) {
    failed = true;
    return failure(what, target, e);
  }

  /** What a sink says that cannot even begin. */
  public static EmitException failure(String what, Path target, IOException e) {
    return new EmitException(
        "cannot write %s to %s: %s".formatted(what, target, WriteFault.describe(e)), e);
  }
}
