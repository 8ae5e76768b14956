package dev.highstreet.dashboard.uploads;

import static java.util.Objects.requireNonNull;

import java.nio.file.Path;
import java.util.Optional;

/**
 * Where files are dropped.
 *
 * @param folder the folder, in which the work is done, too
 * @param bucket what feeds it besides, if anything
 */
public record UploadPlaces(Path folder, Optional<BucketAddress> bucket) {
  public UploadPlaces {
    requireNonNull(folder, "folder is null");
    requireNonNull(bucket, "bucket is null");
  }
}
