package dev.highstreet.simulator.calibrate;

/**
 * How far a calibration has come.
 *
 * @param stage what is being done
 * @param done how many parts of it are done
 * @param of how many parts it has
 */
public record CalibrationProgress(Stage stage, int done, int of) {
  /** What a calibration does, in this order. */
  public enum Stage {
    /** Reads the file. */
    READ,
    /** Fits a profile to all of it. */
    FIT,
    /** Scores profiles of halves of it; its parts are the splits. */
    SCORE
  }
}
