package dev.highstreet.dashboard.uploads;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.highstreet.dashboard.InventedShop;
import dev.highstreet.dashboard.intake.OpenTill;
import dev.highstreet.dashboard.intake.Till;
import dev.highstreet.dashboard.shell.Database;
import dev.highstreet.dashboard.shell.Format;
import dev.highstreet.sql.Roles;
import dev.highstreet.testsupport.PostgresExtension;
import dev.highstreet.testsupport.S3Extension;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.core.sync.RequestBody;

/** A bucket and the folder that it feeds, each looked at as often as the test says. */
class BucketFeedTest {
  private static final String HEADER = "order_id,store_id,product_id,quantity,unit_price\n";

  @RegisterExtension static final PostgresExtension POSTGRES = new PostgresExtension();
  @RegisterExtension static final S3Extension S3 = new S3Extension();

  private final OpenTill till = new OpenTill();
  private Optional<Till> open = Optional.of(till);

  @TempDir Path root;
  private Database database;
  private UploadBook book;
  private UploadQuery query;
  private FilledBucket bucket;
  private Bucket asked;
  private UploadJob job;
  private BucketFeed feed;

  @BeforeEach
  void begin() throws IOException {
    InventedShop.empty(POSTGRES).execute("TRUNCATE ops.uploads, ops.upload_faults");
    database = Database.open(POSTGRES.url(), Roles.READER, "");
    book = UploadBook.open(POSTGRES.url(), Roles.READER, "");
    query = new UploadQuery(database);
    bucket = FilledBucket.on(S3);
    asked = new Bucket(bucket.address(), FilledBucket.credentials(S3));
    beginAnew();
  }

  /** As a process would that knows nothing of the one before it. */
  private void beginAnew() throws IOException {
    DropFolder folder = new DropFolder(root);
    folder.make();
    job = new UploadJob(folder, book, query, () -> open, new Format(ZoneOffset.UTC));
    feed = new BucketFeed(asked, folder, book, query);
  }

  @AfterEach
  void end() {
    asked.close();
    bucket.close();
    book.close();
    database.close();
  }

  private static String order(String id) {
    return HEADER + id + ",WEB,CUP,2,2.50\n";
  }

  /** Brings what is there, checks it, and puts it away. */
  private void round() throws IOException {
    feed.look();
    job.look();
    feed.look();
  }

  /** What is in one of the folders, without ids. */
  private List<String> in(String name) throws IOException {
    try (Stream<Path> files = Files.list(root.resolve(name))) {
      return files
          .map(file -> file.getFileName().toString().replaceFirst("^[0-9a-f]{16}-", ""))
          .sorted()
          .toList();
    }
  }

  private Upload only() {
    List<Upload> all = query.newest(10);
    assertThat(all).hasSize(1);
    return all.get(0);
  }

  private List<String> reasons(Upload upload) {
    return query.faults(upload.id()).stream().map(Fault::reason).toList();
  }

  @Test
  void objectIsTakenOnceAndPutAway() throws IOException {
    bucket.put("incoming/sales.csv", order("A-1"));

    round();

    assertThat(till.ids()).containsExactly("A-1");
    assertThat(bucket.keys()).containsExactly("taken/" + only().id() + "-sales.csv");
    assertThat(bucket.text(bucket.keys().get(0))).isEqualTo(order("A-1"));
    assertThat(in("taken")).containsExactly("sales.csv");
    assertThat(in("checking")).isEmpty();
    assertThat(feed.trouble()).isEmpty();

    round();
    assertThat(bucket.names()).containsExactly("taken/sales.csv");
    assertThat(query.newest(10)).hasSize(1);
  }

  @Test
  void refusedObjectHasItsReportBesideIt() throws IOException {
    bucket.put("incoming/sales.csv", order("A-1") + "A-2,WEB,CUP,-3,2.50\nA-3,WEB\n");

    round();

    String id = only().id();
    assertThat(till.ids()).isEmpty();
    assertThat(bucket.keys())
        .containsExactly(
            "refused/%s-sales.csv".formatted(id), "refused/%s-sales.csv.report.csv".formatted(id));
    assertThat(bucket.text("refused/%s-sales.csv.report.csv".formatted(id)))
        .isEqualToNormalizingNewlines(
            """
            line,column,reason
            3,quantity,"is ""-3""; allowed is a whole number from 1 to 1000000"
            4,,"2 cells, but the header has 5"
            """);
  }

  @Test
  void objectThatWaitsIsBroughtOnce() throws IOException {
    open = Optional.empty();
    bucket.put("incoming/sales.csv", order("A-1"));
    feed.look();
    job.look();
    Object before = whichFile();

    beginAnew();
    feed.look();
    assertThat(in("checking")).containsExactly("sales.csv");
    assertThat(whichFile()).isEqualTo(before);
    assertThat(bucket.names()).containsExactly("incoming/sales.csv");

    open = Optional.of(till);
    job.look();
    feed.look();
    assertThat(till.ids()).containsExactly("A-1");
    assertThat(bucket.names()).containsExactly("taken/sales.csv");
  }

  /** The one in {@code checking}: what replaces it has another inode. */
  private Object whichFile() throws IOException {
    Path file = root.resolve("checking").resolve(object("incoming/sales.csv").file().onDisk());
    return Files.readAttributes(file, BasicFileAttributes.class).fileKey();
  }

  @Test
  void processThatIsKilledWhileItBringsAFileIsFollowedByOneThatBringsItWhole() throws IOException {
    bucket.put("incoming/sales.csv", order("A-1"));
    String half = ".%s.12345678.part".formatted(object("incoming/sales.csv").file().onDisk());
    Path unused = Files.writeString(root.resolve("checking").resolve(half), HEADER);

    round();

    assertThat(till.ids()).containsExactly("A-1");
    assertThat(bucket.names()).containsExactly("taken/sales.csv");
  }

  @Test
  void processThatIsKilledWhenTheTillHadTakenIsFollowedByOneThatCountsNothingTwice()
      throws IOException {
    till.afterTaking(
        () -> {
          throw new Killed();
        });
    bucket.put("incoming/sales.csv", order("A-1"));
    feed.look();
    assertThatThrownBy(() -> job.look()).isInstanceOf(Killed.class);

    beginAnew();
    round();

    assertThat(till.ids()).containsExactly("A-1");
    assertThat(only().state()).isEqualTo(Upload.State.TAKEN);
    assertThat(bucket.names()).containsExactly("taken/sales.csv");
  }

  @Test
  void processThatIsKilledBeforeItPutsAwayIsFollowedByOneThatDoes() throws IOException {
    bucket.put("incoming/sales.csv", order("A-1"));
    bucket.put("incoming/wrong.csv", order("A-2").replace("CUP", "TEAPOT"));
    feed.look();
    job.look();

    beginAnew();
    takeNothingMore();
    round();

    assertThat(bucket.names())
        .containsExactly("refused/wrong.csv", "refused/wrong.csv.report.csv", "taken/sales.csv");
    assertThat(query.newest(10)).hasSize(2);
    assertThat(in("checking")).isEmpty();
  }

  @Test
  void processThatIsKilledWhileItPutsAwayIsFollowedByOneThatEndsIt() throws IOException {
    bucket.put("incoming/sales.csv", order("A-1"));
    bucket.put("incoming/wrong.csv", order("A-2").replace("CUP", "TEAPOT"));
    DroppedFile taken = object("incoming/sales.csv").file();
    DroppedFile refused = object("incoming/wrong.csv").file();
    feed.look();
    job.look();
    bucket.copy("incoming/sales.csv", "taken/" + taken.onDisk());
    bucket.put("refused/" + refused.report(), "line,col");

    beginAnew();
    takeNothingMore();
    round();

    assertThat(bucket.keys())
        .containsExactly(
            "refused/" + refused.onDisk(),
            "refused/" + refused.report(),
            "taken/" + taken.onDisk());
    assertThat(bucket.text("refused/" + refused.report())).contains("2,product_id,");
    assertThat(query.newest(10)).hasSize(2);
  }

  private void takeNothingMore() {
    till.beforeTaking(
        () -> {
          throw new AssertionError("it was taken before");
        });
  }

  private BucketObject object(String key) throws BucketTrouble {
    return asked.incoming("").objects().stream()
        .filter(object -> object.key().equals("shop-1/" + key))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void sameContentUnderAnotherKeyIsRefusedAsTakenBefore() throws IOException {
    bucket.put("incoming/sales.csv", order("A-1"));
    round();
    bucket.put("incoming/again.csv", order("A-1"));
    round();

    assertThat(till.ids()).hasSize(1);
    assertThat(bucket.names())
        .containsExactly("refused/again.csv", "refused/again.csv.report.csv", "taken/sales.csv");
    assertThat(reasons(query.newest(1).get(0)))
        .singleElement()
        .asString()
        .startsWith("the same content was taken before, as sales.csv, at ");
  }

  @Test
  void sameKeyWithOtherContentIsAnotherFile() throws IOException {
    bucket.put("incoming/sales.csv", order("A-1"));
    round();
    bucket.put("incoming/sales.csv", order("A-2"));
    round();

    assertThat(till.ids()).containsExactly("A-1", "A-2");
    assertThat(bucket.names()).containsExactly("taken/sales.csv", "taken/sales.csv");
  }

  @Test
  void whatCameMeanwhileUnderTheSameKeyIsNeitherPutAwayNorRemoved() throws IOException {
    bucket.put("incoming/sales.csv", order("A-1"));
    BucketObject before = object("incoming/sales.csv");
    bucket.put("incoming/sales.csv", order("A-2"));

    assertThat(asked.open(before)).isEmpty();
    assertThat(asked.copy(before, "shop-1/taken/x")).isFalse();
    asked.remove(before);

    assertThat(bucket.names()).containsExactly("incoming/sales.csv");
    round();
    assertThat(till.ids()).containsExactly("A-2");
  }

  @Test
  void nameOfAnObjectIsMadeOfPlainCharacters() throws IOException {
    List<String> keys =
        List.of(
            "a\\..\\..\\1.csv",
            "%2e%2e%2f%2e%2e%2f2.csv",
            "a folder/of + signs & more/3.csv",
            "Sales of März ☕ (4).csv",
            "'<b>5<b>'?x=y#z.csv",
            "a+b%20c 6.csv");
    for (int i = 0; i < keys.size(); i++) {
      bucket.put("incoming/" + keys.get(i), order("A-" + (i + 1)));
    }

    round();

    assertThat(till.ids()).containsExactlyInAnyOrder("A-1", "A-2", "A-3", "A-4", "A-5", "A-6");
    assertThat(in("taken"))
        .containsExactlyInAnyOrder(
            "a_.._.._1.csv",
            "_2e_2e_2f_2e_2e_2f2.csv",
            "3.csv",
            "Sales_of_M_rz____4_.csv",
            "__b_5_b___x_y_z.csv",
            "a_b_20c_6.csv");
    assertThat(bucket.names()).hasSize(6).allMatch(key -> key.matches("taken/[A-Za-z0-9._-]+"));
  }

  @Test
  void whatIsHalfWrittenOrNoFileIsPassedOver() throws IOException {
    List<String> keys =
        List.of(
            "elsewhere/sales.csv",
            "incoming/.sales.csv",
            "incoming/folder/",
            "incoming/folder/sales.csv.part",
            "sales.csv");
    keys.forEach(key -> bucket.put(key, key.endsWith("/") ? "" : order("A-1")));

    round();

    assertThat(till.ids()).isEmpty();
    assertThat(bucket.keys()).containsExactlyElementsOf(keys);
    assertThat(query.newest(10)).isEmpty();
  }

  @Test
  void severalFoldersMayShareABucket(@TempDir Path otherRoot) throws IOException {
    bucket.put("incoming/sales.csv", order("A-1"));
    DropFolder otherFolder = new DropFolder(otherRoot);
    otherFolder.make();
    UploadJob otherJob =
        new UploadJob(otherFolder, book, query, () -> open, new Format(ZoneOffset.UTC));
    BucketFeed otherFeed = new BucketFeed(asked, otherFolder, book, query);

    feed.look();
    otherFeed.look();
    job.look();
    otherJob.look();
    otherFeed.look();
    feed.look();

    assertThat(till.ids()).containsExactly("A-1");
    assertThat(only().state()).isEqualTo(Upload.State.TAKEN);
    assertThat(bucket.names()).containsExactly("taken/sales.csv");
    assertThat(otherFolder.toCheck()).isEmpty();
    assertThat(feed.trouble()).isEmpty();
  }

  @Test
  void objectThatIsTooLargeIsRefusedWithoutBringingIt() throws IOException {
    byte[] huge = new byte[Math.toIntExact(DropFolder.MOST_BYTES) + 1];
    bucket.put("incoming/huge.csv", RequestBody.fromBytes(huge));

    feed.look();

    assertThat(only().state()).isEqualTo(Upload.State.REFUSED);
    assertThat(only().bytes()).isEqualTo(huge.length);
    assertThat(bucket.names()).containsExactly("refused/huge.csv", "refused/huge.csv.report.csv");
    assertThat(bucket.text(bucket.keys().get(1))).contains("A file may have 64 MB");
    assertThat(in("checking")).isEmpty();
    assertThat(in("refused")).isEmpty();
  }

  @Test
  void whatIsBehindAThousandObjectsIsReachedToo() throws IOException {
    IntStream.range(0, 1_001).forEach(i -> bucket.put("incoming/%04d.part".formatted(i), ""));
    bucket.put("incoming/sales.csv", order("A-1"));

    feed.look();
    assertThat(in("checking")).isEmpty();
    feed.look();
    assertThat(in("checking")).containsExactly("sales.csv");

    job.look();
    feed.look();
    feed.look();
    assertThat(bucket.names()).hasSize(1_002).contains("taken/sales.csv");
  }

  @Test
  void noMoreIsBroughtThanMayWait() throws IOException {
    open = Optional.empty();
    IntStream.range(0, BucketFeed.MOST_WAITING + 3)
        .forEach(i -> bucket.put("incoming/%03d.csv".formatted(i), order("A-" + i)));

    feed.look();
    feed.look();
    assertThat(in("checking")).hasSize(BucketFeed.MOST_WAITING);

    open = Optional.of(till);
    job.look();
    round();
    assertThat(till.ids()).hasSize(BucketFeed.MOST_WAITING + 3);
    assertThat(bucket.names()).allMatch(key -> key.startsWith("taken/"));
  }

  /** No process survives it, and nothing is cleaned up. */
  private static final class Killed extends Error {
    private static final long serialVersionUID = 1L;
  }
}
