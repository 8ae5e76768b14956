package dev.highstreet.dashboard.uploads;

import static org.assertj.core.api.Assertions.assertThat;

import dev.highstreet.dashboard.Browserless;
import dev.highstreet.dashboard.InventedShop;
import dev.highstreet.dashboard.shell.Database;
import dev.highstreet.sql.Roles;
import dev.highstreet.testsupport.PostgresExtension;
import dev.highstreet.testsupport.S3Extension;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProviderChain;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.sync.RequestBody;

/** What is said of a bucket that does not do what it is asked, until it does. */
class BucketTroubleTest {
  private static final String SALES =
      "order_id,store_id,product_id,quantity,unit_price\nA-1,WEB,CUP,2,2.50\n";

  @RegisterExtension static final PostgresExtension POSTGRES = new PostgresExtension();
  @RegisterExtension static final S3Extension S3 = new S3Extension();

  @TempDir Path root;
  private Database database;
  private UploadBook book;

  @BeforeEach
  void begin() {
    InventedShop.empty(POSTGRES).execute("TRUNCATE ops.uploads, ops.upload_faults");
    database = Database.open(POSTGRES.url(), Roles.READER, "");
    book = UploadBook.open(POSTGRES.url(), Roles.READER, "");
  }

  @AfterEach
  void end() {
    book.close();
    database.close();
  }

  private BucketFeed feed(Bucket bucket, Database written) throws IOException {
    DropFolder folder = new DropFolder(root);
    folder.make();
    return new BucketFeed(bucket, folder, book, new UploadQuery(written));
  }

  private List<String> brought() throws IOException {
    try (Stream<Path> files = Files.list(root.resolve("checking"))) {
      return files.map(file -> file.getFileName().toString().substring(17)).toList();
    }
  }

  private void recovers(BucketFeed feed) throws IOException {
    feed.look();
    assertThat(feed.trouble()).isEmpty();
    assertThat(brought()).containsExactly("sales.csv");
  }

  @Test
  void missingBucketIsNamedUntilItIsThere() throws IOException {
    try (FilledBucket filled = FilledBucket.missingOn(S3);
        Bucket bucket = new Bucket(filled.address(), FilledBucket.credentials(S3))) {
      BucketFeed feed = feed(bucket, database);
      feed.look();
      assertThat(feed.trouble())
          .contains(
              "%s answers 404 NoSuchBucket: check its name, and that it is there."
                  .formatted(filled.address()));

      filled.make();
      filled.put("incoming/sales.csv", SALES);
      recovers(feed);
    }
  }

  @Test
  void wrongCredentialsAreSaidAndNeverShown() throws IOException {
    AtomicReference<AwsCredentialsProvider> credentials =
        new AtomicReference<>(
            StaticCredentialsProvider.create(
                AwsBasicCredentials.create(S3.accessKey(), "hunter2")));
    try (FilledBucket filled = FilledBucket.on(S3);
        Bucket bucket =
            new Bucket(filled.address(), () -> credentials.get().resolveCredentials())) {
      filled.put("incoming/sales.csv", SALES);
      BucketFeed feed = feed(bucket, database);
      feed.look();
      assertThat(feed.trouble())
          .hasValueSatisfying(
              words ->
                  assertThat(words)
                      .startsWith(filled.address() + " answers 403 ")
                      .contains("check the credentials")
                      .doesNotContain("hunter2")
                      .doesNotContain(S3.accessKey()));

      credentials.set(FilledBucket.credentials(S3));
      recovers(feed);
    }
  }

  @Test
  void missingCredentialsAreSaidWithTheWayOut() throws IOException {
    AtomicReference<AwsCredentialsProvider> credentials =
        new AtomicReference<>(
            AwsCredentialsProviderChain.of(
                () -> {
                  throw new IllegalStateException("none here");
                }));
    try (FilledBucket filled = FilledBucket.on(S3);
        Bucket bucket =
            new Bucket(filled.address(), () -> credentials.get().resolveCredentials())) {
      filled.put("incoming/sales.csv", SALES);
      BucketFeed feed = feed(bucket, database);
      feed.look();
      assertThat(feed.trouble())
          .contains(
              "There are no credentials for %s: set AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY, or AWS_PROFILE."
                  .formatted(filled.address()));

      credentials.set(FilledBucket.credentials(S3));
      recovers(feed);
    }
  }

  @Test
  void serverThatIsDownIsNamedUntilItAnswers() throws Exception {
    try (FilledBucket filled = FilledBucket.on(S3);
        Bucket bucket = new Bucket(filled.address(), FilledBucket.credentials(S3))) {
      filled.put("incoming/sales.csv", SALES);
      BucketFeed feed = feed(bucket, database);
      S3.whileStopped(
          () -> {
            feed.look();
            assertThat(feed.trouble())
                .contains("%s does not answer, at %s.".formatted(filled.address(), S3.endpoint()));
          });

      recovers(feed);
    }
  }

  @Test
  void whileTheDatabaseIsSilentFilesAreLeftInTheBucket() throws IOException {
    try (FilledBucket filled = FilledBucket.on(S3);
        Bucket bucket = new Bucket(filled.address(), FilledBucket.credentials(S3));
        Database silent = Database.open(Browserless.SILENT_DATABASE, Roles.READER, "")) {
      filled.put("incoming/sales.csv", SALES);
      BucketFeed feed = feed(bucket, silent);
      feed.look();

      assertThat(feed.trouble()).isPresent();
      assertThat(brought()).isEmpty();
      assertThat(filled.names()).containsExactly("incoming/sales.csv");
    }
  }

  @Test
  void whatGoesWrongWithOneObjectHoldsUpNoneOfThoseBehindIt() throws Exception {
    try (FilledBucket filled = FilledBucket.on(S3);
        Bucket bucket = new Bucket(filled.address(), FilledBucket.credentials(S3));
        Connection owner = POSTGRES.as(Roles.OWNER).getConnection()) {
      byte[] huge = new byte[Math.toIntExact(DropFolder.MOST_BYTES) + 1];
      filled.put("incoming/huge.csv", RequestBody.fromBytes(huge));
      filled.put("incoming/sales.csv", SALES);
      BucketFeed feed = feed(bucket, database);
      owner.setAutoCommit(false);
      owner.createStatement().execute("LOCK TABLE ops.uploads IN SHARE MODE"); // nothing is added

      feed.look();
      assertThat(feed.trouble()).contains("Postgres does not keep which files were taken.");
      assertThat(brought()).isEmpty();

      feed.look();
      assertThat(brought()).containsExactly("sales.csv");
      assertThat(feed.trouble()).as("it is still there").isPresent();

      owner.rollback();
      recovers(feed);
      assertThat(filled.names()).contains("refused/huge.csv", "refused/huge.csv.report.csv");
    }
  }
}
