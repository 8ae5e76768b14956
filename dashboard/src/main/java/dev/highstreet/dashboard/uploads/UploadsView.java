package dev.highstreet.dashboard.uploads;

import static java.util.Objects.requireNonNull;

import dev.highstreet.dashboard.shell.Format;
import dev.highstreet.dashboard.shell.Panel;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * Files, as the page shows them.
 *
 * @param folder where files are put; empty where none are taken
 * @param trouble why no files are taken, if they are not
 * @param bucket where in a bucket files are put, if there is one
 * @param bucketTrouble why files are left there, if they are
 * @param underWay files that have not ended yet
 * @param ended the newest first
 */
public record UploadsView(
    Optional<String> folder,
    Optional<String> trouble,
    Optional<String> bucket,
    Optional<String> bucketTrouble,
    List<UnderWay> underWay,
    Panel<List<Upload>> ended,
    Format format) {
  private static final int SHOWN = 100;

  public UploadsView {
    requireNonNull(folder, "folder is null");
    requireNonNull(trouble, "trouble is null");
    requireNonNull(bucket, "bucket is null");
    requireNonNull(bucketTrouble, "bucketTrouble is null");
    underWay = List.copyOf(underWay);
    requireNonNull(ended, "ended is null");
    requireNonNull(format, "format is null");
  }

  /**
   * A file that has not ended yet.
   *
   * @param words what it waits for
   */
  public record UnderWay(String file, String words) {
    /** Those that wait in the folder, then those that are checked; a hundred at most. */
    static List<UnderWay> of(
        List<String> waiting,
        List<DroppedFile> toCheck,
        Function<DroppedFile, Optional<String>> putOff) {
      List<UnderWay> found = new ArrayList<>();
      waiting.forEach(name -> found.add(new UnderWay(name, "Waiting until it is whole")));
      for (DroppedFile file : toCheck) {
        String words =
            putOff.apply(file).map(reason -> "Tried again: " + reason).orElse("Being checked");
        found.add(new UnderWay(file.name(), words));
      }
      return found.stream().limit(SHOWN).toList();
    }
  }
}
