package dev.highstreet.drills.rig;

import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A line about a drill, for its log and for docs/drills.md.
 *
 * @param fault what broke
 * @param restart what the job last failed with, if it did
 * @param seen what a user saw meanwhile; may be empty
 * @param stoodStill how long no row moved
 * @param records all of them accounted for
 * @param rows compared with the truth, and right
 */
record DrillReport(
    String fault,
    Optional<String> restart,
    String seen,
    Duration stoodStill,
    long records,
    long rows) {
  private static final Logger LOG = LoggerFactory.getLogger(DrillReport.class);
  private static final double MILLIS = 1000;

  void log() {
    LOG.info(
        String.format(
            Locale.ROOT,
            "DRILL | %s | %s%s | rows stood still %.1f s | %,d records accounted for, %,d rows"
                + " right",
            fault,
            restart.map("the job restarted: "::concat).orElse("the job did not restart"),
            seen.isEmpty() ? "" : "; " + seen,
            stoodStill.toMillis() / MILLIS,
            records,
            rows));
  }
}
