package dev.highstreet.dashboard.uploads;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import dev.highstreet.dashboard.Browserless;
import dev.highstreet.dashboard.Operations;
import dev.highstreet.dashboard.access.AccessRules;
import dev.highstreet.dashboard.intake.OpenTill;
import dev.highstreet.dashboard.intake.Till;
import dev.highstreet.testsupport.Eventually;
import dev.highstreet.testsupport.PostgresExtension;
import dev.highstreet.testsupport.S3Extension;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** The whole dashboard with a bucket, whose credentials it finds by itself. */
class BucketPageTest {
  private static final String SALES =
      "order_id,store_id,product_id,quantity,unit_price\nA-1,WEB,CUP,2,2.50\n";
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  /** The client waits half a minute for an answer. */
  private static final Duration BEFORE_IT_GIVES_UP = Duration.ofSeconds(20);

  @RegisterExtension static final PostgresExtension POSTGRES = new PostgresExtension();
  @RegisterExtension static final S3Extension S3 = new S3Extension();

  private final OpenTill till = new OpenTill();

  @TempDir Path root;

  @BeforeEach
  void begin() throws SQLException {
    POSTGRES.emptyTables();
    System.setProperty("aws.accessKeyId", S3.accessKey());
    System.setProperty("aws.secretAccessKey", S3.secretKey());
  }

  @AfterEach
  void end() {
    System.clearProperty("aws.accessKeyId");
    System.clearProperty("aws.secretAccessKey");
  }

  private Browserless fedBy(BucketAddress bucket) {
    return Browserless.receiving(
        POSTGRES.url(),
        AccessRules.readOnly(),
        new Operations() {
          @Override
          public Optional<Till> till() {
            return Optional.of(till);
          }
        },
        new UploadPlaces(root, Optional.of(bucket)));
  }

  private static void await(Browserless dashboard, String words) throws Exception {
    Eventually.wait(
        PATIENCE,
        "the page to say " + words,
        () -> dashboard.get("/uploads").body().contains(words),
        () -> dashboard.get("/uploads").body());
  }

  private void copyIntoTheFolder() throws Exception {
    Path incoming = root.resolve("incoming");
    Eventually.wait(PATIENCE, "the folder", () -> Files.isDirectory(incoming));
    Path unused = Files.writeString(incoming.resolve("copied.csv"), SALES);
  }

  @Test
  void objectIsTakenAndPutAwayByItself() throws Exception {
    try (FilledBucket filled = FilledBucket.on(S3);
        Browserless dashboard = fedBy(filled.address())) {
      assertThat(dashboard.get("/uploads").body())
          .contains("s3://%s/shop-1/incoming/".formatted(filled.address().bucket()));

      filled.put("incoming/sales.csv", SALES);

      await(dashboard, ">taken<");
      assertThat(till.ids()).containsExactly("A-1");
      Eventually.wait(
          PATIENCE,
          "the object to be put away",
          () -> filled.names().equals(List.of("taken/sales.csv")));
      assertThat(dashboard.get("/uploads").body()).doesNotContain("Files are left in the bucket");
    }
  }

  @Test
  void whileTheBucketIsMissingTheFolderGoesOn() throws Exception {
    try (FilledBucket filled = FilledBucket.missingOn(S3);
        Browserless dashboard = fedBy(filled.address())) {
      await(dashboard, "Files are left in the bucket");
      copyIntoTheFolder();
      await(dashboard, ">taken<");
      assertThat(dashboard.get("/uploads").body())
          .contains("NoSuchBucket")
          .doesNotContain(S3.accessKey())
          .doesNotContain(S3.secretKey());

      filled.make();
      Eventually.wait(
          PATIENCE,
          "the trouble to be over",
          () -> !dashboard.get("/uploads").body().contains("Files are left in the bucket"));
    }
  }

  @Test
  void serverThatNeverAnswersHoldsUpNeitherTheFolderNorTheEnd() throws Exception {
    try (ServerSocket silent = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        FilledBucket filled = FilledBucket.missingOn(S3)) {
      Browserless dashboard = fedBy(filled.at(address(silent)));
      try {
        silent.setSoTimeout(Math.toIntExact(PATIENCE.toMillis()));
        silent.accept(); // it is asked, and waits from now on
        copyIntoTheFolder();
        await(dashboard, ">taken<");
      } finally {
        assertTimeout(BEFORE_IT_GIVES_UP, dashboard::close);
      }
    }
  }

  private static URI address(ServerSocket socket) throws IOException {
    return URI.create("http://127.0.0.1:" + socket.getLocalPort());
  }
}
