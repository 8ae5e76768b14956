package dev.highstreet.dashboard.uploads;

import java.net.URI;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.s3.model.S3Exception;

/** What went wrong with a bucket, for people: which one, what it answered, and the way out. */
final class S3Words {
  private S3Words() {}

  static BucketTrouble trouble(BucketAddress address, SdkException e) {
    return new BucketTrouble(
        e instanceof S3Exception answer ? answered(address, answer) : silent(address, e), e);
  }

  private static String answered(BucketAddress address, S3Exception e) {
    AwsErrorDetails details = e.awsErrorDetails();
    String code = details == null || details.errorCode() == null ? "" : " " + details.errorCode();
    String wayOut =
        switch (e.statusCode()) {
          case 401, 403 ->
              ": check the credentials, and that they may list, read, write and delete there";
          case 404 -> ": check its name, and that it is there";
          case 301, 307, 400 -> ": check its name, its endpoint and its region";
          default -> "";
        };
    return "%s answers %d%s%s.".formatted(address, e.statusCode(), code, wayOut);
  }

  private static String silent(BucketAddress address, SdkException e) {
    // the SDK has no type for it
    if (String.valueOf(e.getMessage()).startsWith("Unable to load credentials")) {
      return "There are no credentials for %s: set AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY, or AWS_PROFILE."
          .formatted(address);
    }
    return "%s does not answer, at %s."
        .formatted(address, address.endpoint().map(URI::toString).orElse("Amazon S3"));
  }
}
