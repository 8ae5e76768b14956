package dev.highstreet.dashboard;

import static java.util.Objects.requireNonNull;

import dev.highstreet.dashboard.uploads.BucketAddress;
import dev.highstreet.dashboard.uploads.UploadPlaces;
import java.net.URI;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * Reads from environment variables where files are dropped. The credentials of a bucket are not
 * among them: they are found where other programs find them, too.
 */
public final class UploadEnvironment {
  /** The folder into which files are dropped; none are taken without it. */
  static final String FOLDER = "HIGHSTREET_UPLOADS";

  /** The place in a bucket that feeds the folder. */
  static final String BUCKET = "HIGHSTREET_UPLOADS_S3";

  /** The server of the bucket; Amazon's own without it. */
  static final String ENDPOINT = "HIGHSTREET_UPLOADS_S3_ENDPOINT";

  /** The region of the bucket. */
  static final String REGION = "HIGHSTREET_UPLOADS_S3_REGION";

  private static final String USUAL_REGION = "us-east-1";

  private UploadEnvironment() {}

  /**
   * Reads every variable; an empty one counts as absent.
   *
   * @return empty if there is no folder
   * @throws IllegalArgumentException naming the variable, its value and what it must be
   */
  public static Optional<UploadPlaces> read(Map<String, String> environment) {
    requireNonNull(environment, "environment is null");
    Optional<Path> folder = folder(environment);
    Optional<BucketAddress> bucket = bucket(environment);
    if (folder.isEmpty() && bucket.isPresent()) {
      throw new IllegalArgumentException(
          "%s is set, but %s is not: set it to the folder in which the files are checked, such as /srv/uploads"
              .formatted(BUCKET, FOLDER));
    }
    return folder.map(known -> new UploadPlaces(known, bucket));
  }

  /**
   * The same where there is a folder anyway.
   *
   * @param otherwise the folder, if the environment names none
   */
  public static UploadPlaces read(Map<String, String> environment, Path otherwise) {
    requireNonNull(environment, "environment is null");
    requireNonNull(otherwise, "otherwise is null");
    return new UploadPlaces(folder(environment).orElse(otherwise), bucket(environment));
  }

  private static Optional<Path> folder(Map<String, String> environment) {
    return value(environment, FOLDER, UploadEnvironment::path);
  }

  private static Path path(String folder) {
    try {
      return Path.of(folder).toAbsolutePath().normalize();
    } catch (InvalidPathException e) {
      throw new IllegalArgumentException("must be a folder such as /srv/uploads", e);
    }
  }

  private static Optional<BucketAddress> bucket(Map<String, String> environment) {
    Optional<URI> endpoint = value(environment, ENDPOINT, BucketAddress::endpointOf);
    Optional<String> region = value(environment, REGION, BucketAddress::regionOf);
    Optional<BucketAddress> bucket =
        value(
            environment,
            BUCKET,
            place -> BucketAddress.of(place, endpoint, region.orElse(USUAL_REGION)));
    if (bucket.isEmpty() && (endpoint.isPresent() || region.isPresent())) {
      throw new IllegalArgumentException(
          "%s is set, but %s is not: set it to a place such as s3://BUCKET/PREFIX"
              .formatted(endpoint.isPresent() ? ENDPOINT : REGION, BUCKET));
    }
    return bucket;
  }

  private static <T> Optional<T> value(
      Map<String, String> environment, String name, Function<String, T> reader) {
    String value = environment.getOrDefault(name, "").strip();
    if (value.isEmpty()) {
      return Optional.empty();
    }
    try {
      return Optional.of(reader.apply(value));
    } catch (IllegalArgumentException e) {
      // a password would be in front of an @
      String shown = value.contains("@") ? "not shown here" : "\"" + value + "\"";
      throw new IllegalArgumentException(
          "%s is %s, but %s".formatted(name, shown, e.getMessage()), e);
    }
  }
}
