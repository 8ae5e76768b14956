package dev.highstreet.dashboard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.highstreet.dashboard.uploads.BucketAddress;
import dev.highstreet.dashboard.uploads.UploadPlaces;
import java.net.URI;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class UploadEnvironmentTest {
  private static final Path FOLDER = Path.of("/srv/uploads");

  private static UploadPlaces read(Map<String, String> environment) {
    return UploadEnvironment.read(environment, FOLDER);
  }

  @Test
  void everyKeyIsRead() {
    assertThat(
            UploadEnvironment.read(
                Map.of(
                    "HIGHSTREET_UPLOADS", "/srv/uploads",
                    "HIGHSTREET_UPLOADS_S3", "s3://sales/shop-1",
                    "HIGHSTREET_UPLOADS_S3_ENDPOINT", "https://s3.example.org:9000",
                    "HIGHSTREET_UPLOADS_S3_REGION", "eu-west-2")))
        .contains(
            new UploadPlaces(
                FOLDER,
                Optional.of(
                    new BucketAddress(
                        "sales",
                        "shop-1/",
                        Optional.of(URI.create("https://s3.example.org:9000")),
                        "eu-west-2"))));
  }

  @Test
  void bucketAloneIsOneOfAmazonsInItsFirstRegion() {
    assertThat(read(Map.of("HIGHSTREET_UPLOADS_S3", "s3://sales")).bucket())
        .contains(new BucketAddress("sales", "", Optional.empty(), "us-east-1"));
  }

  @Test
  void emptyOneCountsAsAbsent() {
    Map<String, String> empty =
        Map.of(
            "HIGHSTREET_UPLOADS",
            " ",
            "HIGHSTREET_UPLOADS_S3",
            "",
            "HIGHSTREET_UPLOADS_S3_REGION",
            "");

    assertThat(UploadEnvironment.read(empty)).isEmpty();
    assertThat(read(empty)).isEqualTo(new UploadPlaces(FOLDER, Optional.empty()));
  }

  @Test
  void folderOfTheEnvironmentIsPreferred() {
    assertThat(read(Map.of("HIGHSTREET_UPLOADS", "/mnt/uploads")).folder())
        .isEqualTo(Path.of("/mnt/uploads"));
  }

  @Test
  void bucketNeedsAFolder() {
    assertThatThrownBy(() -> UploadEnvironment.read(Map.of("HIGHSTREET_UPLOADS_S3", "s3://sales")))
        .hasMessage(
            "HIGHSTREET_UPLOADS_S3 is set, but HIGHSTREET_UPLOADS is not: set it to the folder in which the files are checked, such as /srv/uploads");
  }

  @ParameterizedTest
  @CsvSource({
    "HIGHSTREET_UPLOADS_S3_ENDPOINT, http://localhost:9000",
    "HIGHSTREET_UPLOADS_S3_REGION, eu-west-2"
  })
  void settingsOfABucketNeedABucket(String name, String value) {
    assertThatThrownBy(() -> read(Map.of(name, value)))
        .hasMessage(
            name
                + " is set, but HIGHSTREET_UPLOADS_S3 is not: set it to a place such as s3://BUCKET/PREFIX");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "sales",
        "s3:sales",
        "https://sales/shop",
        "s3://",
        "s3://ab",
        "s3:///shop",
        "s3://-sales",
        "s3://sales_",
        "s3://sales//shop",
        "s3://sales/shop//1",
        "s3://sales/shop\t1"
      })
  void placeThatIsNoneIsRefused(String place) {
    assertThatThrownBy(() -> read(Map.of("HIGHSTREET_UPLOADS_S3", place)))
        .hasMessageStartingWith(
            "HIGHSTREET_UPLOADS_S3 is \"%s\", but must be s3://BUCKET or s3://BUCKET/PREFIX"
                .formatted(place));
  }

  @Test
  void prefixLeavesRoomForOurKeys() {
    String longest = "x".repeat(799);
    assertThat(read(Map.of("HIGHSTREET_UPLOADS_S3", "s3://sales/" + longest)).bucket())
        .hasValueSatisfying(bucket -> assertThat(bucket.prefix()).hasSize(800));
    assertThatThrownBy(() -> read(Map.of("HIGHSTREET_UPLOADS_S3", "s3://sales/" + longest + "x")))
        .hasMessageContaining("up to 800 bytes");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"localhost:9000", "ftp://localhost", "http://", "http://x/?key=1", "http://x/#y"})
  void endpointThatIsNoneIsRefused(String endpoint) {
    assertThatThrownBy(() -> withEndpoint(endpoint))
        .hasMessage(
            "HIGHSTREET_UPLOADS_S3_ENDPOINT is \"%s\", but must be an http or https address such as https://s3.example.org, without a user, a query or a fragment"
                .formatted(endpoint));
  }

  @Test
  void passwordInAnAddressIsNotRepeated() {
    assertThatThrownBy(() -> withEndpoint("https://user:hunter2@example.org"))
        .hasMessageContaining("HIGHSTREET_UPLOADS_S3_ENDPOINT is not shown here, but must be")
        .hasMessageNotContaining("hunter2");
    assertThatThrownBy(() -> withEndpoint("https://user:hunter2@exa mple.org"))
        .hasMessageNotContaining("hunter2");
    assertThatThrownBy(() -> read(Map.of("HIGHSTREET_UPLOADS_S3", "s3://key:hunter2@sales")))
        .hasMessageNotContaining("hunter2");
  }

  private static UploadPlaces withEndpoint(String endpoint) {
    return read(
        Map.of("HIGHSTREET_UPLOADS_S3", "s3://sales", "HIGHSTREET_UPLOADS_S3_ENDPOINT", endpoint));
  }

  @Test
  void regionThatIsNoneIsRefused() {
    assertThatThrownBy(
            () ->
                read(
                    Map.of(
                        "HIGHSTREET_UPLOADS_S3",
                        "s3://sales",
                        "HIGHSTREET_UPLOADS_S3_REGION",
                        "eu west")))
        .hasMessage(
            "HIGHSTREET_UPLOADS_S3_REGION is \"eu west\", but must be a region such as eu-west-2, of 1 to 64 letters, digits and hyphens");
  }
}
