package dev.highstreet.dashboard.uploads;

import static java.util.stream.Collectors.toCollection;

import dev.highstreet.testsupport.S3Extension;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.S3Object;

/** A bucket of a test's own on a server, into which the test puts what others would. */
final class FilledBucket implements AutoCloseable {
  private static final AtomicInteger BUCKETS = new AtomicInteger();

  private final BucketAddress address;
  private final S3Client client;

  private FilledBucket(BucketAddress address, S3Client client) {
    this.address = address;
    this.client = client;
  }

  /** A new one, in which ours is everything below {@code shop-1/}. */
  static FilledBucket on(S3Extension server) {
    FilledBucket bucket = missingOn(server);
    bucket.make();
    return bucket;
  }

  /** The same, which is not there yet. */
  static FilledBucket missingOn(S3Extension server) {
    BucketAddress address =
        BucketAddress.of(
            "s3://sales-%d/shop-1".formatted(BUCKETS.incrementAndGet()),
            Optional.of(server.endpoint()),
            "us-east-1");
    return new FilledBucket(address, S3Settings.client(address, credentials(server)));
  }

  /** Those that the server takes. */
  static AwsCredentialsProvider credentials(S3Extension server) {
    return StaticCredentialsProvider.create(
        AwsBasicCredentials.create(server.accessKey(), server.secretKey()));
  }

  void make() {
    var unused = client.createBucket(create -> create.bucket(address.bucket()));
  }

  BucketAddress address() {
    return address;
  }

  /** The same place, with another server. */
  BucketAddress at(URI endpoint) {
    return new BucketAddress(
        address.bucket(), address.prefix(), Optional.of(endpoint), address.region());
  }

  /** As others do; the key begins behind {@code shop-1/}. */
  void put(String key, String content) {
    put(key, RequestBody.fromString(content));
  }

  void put(String key, RequestBody content) {
    var unused =
        client.putObject(put -> put.bucket(address.bucket()).key(address.prefix() + key), content);
  }

  /** As our own process does before it is killed. */
  void copy(String from, String to) {
    var unused =
        client.copyObject(
            copy ->
                copy.sourceBucket(address.bucket())
                    .sourceKey(address.prefix() + from)
                    .destinationBucket(address.bucket())
                    .destinationKey(address.prefix() + to));
  }

  /** All keys in order, behind {@code shop-1/}. */
  List<String> keys() {
    return client.listObjectsV2Paginator(list -> list.bucket(address.bucket())).contents().stream()
        .map(S3Object::key)
        .map(key -> key.substring(address.prefix().length()))
        .sorted()
        .collect(toCollection(ArrayList::new));
  }

  /** The same without ids. */
  List<String> names() {
    return keys().stream()
        .map(key -> key.replaceFirst("^(taken|refused)/[0-9a-f]{16}-", "$1/"))
        .sorted()
        .toList();
  }

  String text(String key) {
    return client
        .getObjectAsBytes(get -> get.bucket(address.bucket()).key(address.prefix() + key))
        .asUtf8String();
  }

  @Override
  public void close() {
    client.close();
  }
}
