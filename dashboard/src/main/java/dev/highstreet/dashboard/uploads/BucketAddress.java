package dev.highstreet.dashboard.uploads;

import static java.util.Objects.requireNonNull;

import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A place in a bucket of an S3-compatible server, where there are {@code incoming}, {@code taken}
 * and {@code refused} as in the folder. It holds no secrets.
 *
 * @param bucket its name
 * @param prefix what our keys begin with: empty, or ending in a slash
 * @param endpoint of the server; empty for Amazon's own
 * @param region as the server calls it
 */
public record BucketAddress(String bucket, String prefix, Optional<URI> endpoint, String region) {
  private static final String FORM =
      "must be s3://BUCKET or s3://BUCKET/PREFIX, with a bucket of 3 to 63 letters, digits, dots, hyphens and underscores, and a prefix of up to 800 bytes without control characters or empty parts";

  private static final String ENDPOINT_FORM =
      "must be an http or https address such as https://s3.example.org, without a user, a query or a fragment";

  private static final String SCHEME = "s3://";
  private static final Pattern BUCKET =
      Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{1,61}[A-Za-z0-9]");
  private static final Pattern REGION = Pattern.compile("[A-Za-z0-9-]{1,64}");

  /** A key has 1,024 bytes at most, and ours are this much longer than their prefix. */
  private static final int LONGEST_PREFIX = 800;

  public BucketAddress {
    requireNonNull(endpoint, "endpoint is null");
    if (!BUCKET.matcher(bucket).matches() || !isPrefix(prefix)) {
      throw new IllegalArgumentException(FORM);
    }
    endpoint.ifPresent(BucketAddress::refuseUnlessPlain);
    String unused = regionOf(region);
  }

  private static boolean isPrefix(String prefix) {
    return prefix.isEmpty()
        || (prefix.endsWith("/")
            && !prefix.startsWith("/")
            && !prefix.contains("//")
            && prefix.chars().noneMatch(Character::isISOControl)
            && prefix.getBytes(StandardCharsets.UTF_8).length <= LONGEST_PREFIX);
  }

  private static void refuseUnlessPlain(URI endpoint) {
    boolean web = "http".equals(endpoint.getScheme()) || "https".equals(endpoint.getScheme());
    boolean more =
        endpoint.getRawUserInfo() != null
            || endpoint.getRawQuery() != null
            || endpoint.getRawFragment() != null;
    if (!web || endpoint.getHost() == null || more) {
      throw new IllegalArgumentException(ENDPOINT_FORM);
    }
  }

  /**
   * Reads the address of a server.
   *
   * @throws IllegalArgumentException if it is none; the message says what it must be
   */
  public static URI endpointOf(String text) {
    try {
      URI endpoint = new URI(text);
      refuseUnlessPlain(endpoint);
      return endpoint;
    } catch (URISyntaxException e) {
      throw new IllegalArgumentException(ENDPOINT_FORM, e);
    }
  }

  /**
   * Checks a region.
   *
   * @throws IllegalArgumentException if it is none; the message says what it must be
   */
  public static String regionOf(String text) {
    if (!REGION.matcher(text).matches()) {
      throw new IllegalArgumentException(
          "must be a region such as eu-west-2, of 1 to 64 letters, digits and hyphens");
    }
    return text;
  }

  /**
   * Reads a place such as {@code s3://sales/shop-1}.
   *
   * @throws IllegalArgumentException if it is none; the message says what it must be
   */
  public static BucketAddress of(String text, Optional<URI> endpoint, String region) {
    if (!text.startsWith(SCHEME)) {
      throw new IllegalArgumentException(FORM);
    }
    String[] parts = text.substring(SCHEME.length()).split("/", 2);
    String prefix = parts.length == 1 ? "" : parts[1];
    return new BucketAddress(
        parts[0],
        prefix.isEmpty() || prefix.endsWith("/") ? prefix : prefix + "/",
        endpoint,
        region);
  }

  /** What the keys begin with of what others put there. */
  String incoming() {
    return prefix + "incoming/";
  }

  /** The same of what ended. */
  String ended(Upload.State state) {
    return prefix + (state == Upload.State.TAKEN ? "taken/" : "refused/");
  }

  /** As it is written, without its server. */
  @Override
  public String toString() {
    return SCHEME + bucket + "/" + prefix;
  }
}
