package dev.highstreet.dashboard.uploads;

import static java.util.Objects.requireNonNull;
import static java.util.Objects.requireNonNullElse;

import java.io.InputStream;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.core.ResponseInputStream;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.EncodingType;
import software.amazon.awssdk.services.s3.model.GetObjectResponse;
import software.amazon.awssdk.services.s3.model.HeadObjectResponse;
import software.amazon.awssdk.services.s3.model.ListObjectsV2Response;
import software.amazon.awssdk.services.s3.model.S3Exception;
import software.amazon.awssdk.services.s3.model.S3Object;

/**
 * What is asked of a bucket. Nothing is connected before it is asked; each verb says in a {@link
 * BucketTrouble} what went wrong.
 */
final class Bucket implements AutoCloseable {
  private static final int MOST_LISTED = 1_000;
  private static final int NOT_FOUND = 404;
  private static final int PRECONDITION_FAILED = 412;

  private final BucketAddress address;
  private final AwsCredentialsProvider credentials;
  private S3Client client;

  /**
   * Connects to nothing yet.
   *
   * @param credentials asked each time
   */
  Bucket(BucketAddress address, AwsCredentialsProvider credentials) {
    this.address = requireNonNull(address, "address is null");
    this.credentials = requireNonNull(credentials, "credentials is null");
  }

  /** One whose credentials are found where other programs find them, too. */
  static Bucket at(BucketAddress address) {
    return new Bucket(address, S3Settings.credentials());
  }

  /** Which one it is. */
  BucketAddress address() {
    return address;
  }

  /**
   * Some of what is in {@code incoming}, in the order of keys.
   *
   * @param more whether there is more after them
   */
  record Listing(List<BucketObject> objects, boolean more) {
    Listing {
      objects = List.copyOf(objects);
    }
  }

  /** A thousand at most of what comes after a key; from the beginning, if that is empty. */
  Listing incoming(String after) throws BucketTrouble {
    ListObjectsV2Response listed =
        ask(
            asked ->
                asked.listObjectsV2(
                    list ->
                        list.bucket(address.bucket())
                            .prefix(address.incoming())
                            .startAfter(after.isEmpty() ? null : after)
                            .maxKeys(MOST_LISTED)
                            // keys may hold what XML cannot
                            .encodingType(EncodingType.URL)));
    return new Listing(
        listed.contents().stream().map(this::object).toList(),
        Boolean.TRUE.equals(listed.isTruncated()));
  }

  private BucketObject object(S3Object found) {
    return new BucketObject(
        address.bucket(),
        found.key(),
        requireNonNullElse(found.eTag(), ""),
        requireNonNullElse(found.lastModified(), Instant.EPOCH),
        requireNonNullElse(found.size(), 0L));
  }

  /** Opens what was listed; empty if it is another by now, or gone. */
  Optional<InputStream> open(BucketObject object) throws BucketTrouble {
    Optional<ResponseInputStream<GetObjectResponse>> opened =
        askUnlessChanged(
            asked ->
                asked.getObject(
                    get -> get.bucket(address.bucket()).key(object.key()).ifMatch(object.eTag())));
    return opened.map(content -> new WholeObject(content, object.bytes()));
  }

  /** Copies what was listed, on the server; false if it is another by now, or gone. */
  boolean copy(BucketObject object, String key) throws BucketTrouble {
    return askUnlessChanged(
            asked ->
                asked.copyObject(
                    copy ->
                        copy.sourceBucket(address.bucket())
                            .sourceKey(object.key())
                            .copySourceIfMatch(object.eTag())
                            .destinationBucket(address.bucket())
                            .destinationKey(key)))
        .isPresent();
  }

  /** Writes a text of ours. */
  void put(String key, String csv) throws BucketTrouble {
    var unused =
        ask(
            asked ->
                asked.putObject(
                    put ->
                        put.bucket(address.bucket())
                            .key(key)
                            .contentType("text/csv; charset=utf-8"),
                    RequestBody.fromString(csv)));
  }

  /** Removes what was listed, and nothing that came under its key since. */
  void remove(BucketObject object) throws BucketTrouble {
    Optional<HeadObjectResponse> now =
        askUnlessChanged(
            asked ->
                asked.headObject(
                    head ->
                        head.bucket(address.bucket()).key(object.key()).ifMatch(object.eTag())));
    if (now.isPresent() && isOfSameSecond(now.get().lastModified(), object.lastModified())) {
      // not every server knows this condition of a deletion: so it was asked before, too
      var unused =
          askUnlessChanged(
              asked ->
                  asked.deleteObject(
                      delete ->
                          delete
                              .bucket(address.bucket())
                              .key(object.key())
                              .ifMatch(object.eTag())));
    }
  }

  /** A listing tells milliseconds where there are some, the head of an answer never. */
  private static boolean isOfSameSecond(Instant one, Instant other) {
    return one == null
        || one.truncatedTo(ChronoUnit.SECONDS).equals(other.truncatedTo(ChronoUnit.SECONDS));
  }

  private <T> Optional<T> askUnlessChanged(Function<S3Client, T> question) throws BucketTrouble {
    try {
      return Optional.of(question.apply(client()));
    } catch (S3Exception e) {
      if (e.statusCode() == NOT_FOUND || e.statusCode() == PRECONDITION_FAILED) {
        return Optional.empty();
      }
      throw S3Words.trouble(address, e);
    } catch (SdkException e) {
      throw S3Words.trouble(address, e);
    }
  }

  private <T> T ask(Function<S3Client, T> question) throws BucketTrouble {
    try {
      return question.apply(client());
    } catch (SdkException e) {
      throw S3Words.trouble(address, e);
    }
  }

  private synchronized S3Client client() {
    if (client == null) {
      client = S3Settings.client(address, credentials);
    }
    return client;
  }

  @Override
  public synchronized void close() {
    if (client != null) {
      client.close();
    }
  }
}
