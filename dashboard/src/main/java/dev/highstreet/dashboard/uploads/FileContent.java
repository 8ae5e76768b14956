package dev.highstreet.dashboard.uploads;

import dev.highstreet.dashboard.intake.Till;

/** What a file holds, to be handed over as a whole. */
interface FileContent {
  /** That of a file that is not taken. */
  FileContent NONE =
      new FileContent() {
        @Override
        public void hand(Till till) {
          throw new IllegalStateException("a file with faults is not handed over");
        }

        @Override
        public long line(Place place) {
          return 0;
        }
      };

  /**
   * Hands all of it over, in one call.
   *
   * @throws dev.highstreet.dashboard.shell.RequestProblem as the till does
   */
  void hand(Till till);

  /** The line of the file that the till means. */
  long line(Place place);
}
