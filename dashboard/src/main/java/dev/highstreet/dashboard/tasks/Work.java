package dev.highstreet.dashboard.tasks;

/** Something that takes its time. */
@FunctionalInterface
public interface Work {
  /**
   * Does it, on a thread of its own; an interrupt asks it to give up.
   *
   * @param progress told how far it is
   * @return what came of it, in a sentence
   * @throws Refusal if it cannot be done now, for a reason that its reader can do something about
   */
  String run(Progress progress) throws Exception;

  /** Takes how far something is. */
  @FunctionalInterface
  interface Progress {
    /**
     * Tells.
     *
     * @param share from 0 to 1; below 0 where it is not known
     * @param words what is being done
     */
    void tell(double share, String words);
  }

  /** Why something cannot be done now. */
  final class Refusal extends RuntimeException {
    /** Carries the reason, and the way out. */
    public Refusal(String reason, Throwable cause) {
      super(reason, cause);
    }
  }
}
