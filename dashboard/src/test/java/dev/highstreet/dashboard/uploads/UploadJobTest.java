package dev.highstreet.dashboard.uploads;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.highstreet.dashboard.Browserless;
import dev.highstreet.dashboard.InventedShop;
import dev.highstreet.dashboard.intake.OpenTill;
import dev.highstreet.dashboard.intake.Till;
import dev.highstreet.dashboard.shell.Database;
import dev.highstreet.dashboard.shell.FieldProblem;
import dev.highstreet.dashboard.shell.Format;
import dev.highstreet.dashboard.shell.RequestProblem;
import dev.highstreet.sql.Roles;
import dev.highstreet.testsupport.PostgresExtension;
import io.javalin.http.HttpStatus;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** Files in a folder, looked at as often as the test says. */
class UploadJobTest {
  private static final String HEADER = "order_id,store_id,product_id,quantity,unit_price\n";
  private static final String SALES = HEADER + "A-1,WEB,CUP,2,2.50\n";

  @RegisterExtension static final PostgresExtension POSTGRES = new PostgresExtension();

  private final OpenTill till = new OpenTill();
  private Optional<Till> open = Optional.of(till);

  @TempDir Path root;
  private DropFolder folder;
  private Database database;
  private UploadBook book;
  private UploadQuery query;
  private UploadJob job;

  @BeforeEach
  void begin() throws IOException {
    InventedShop.empty(POSTGRES).execute("TRUNCATE ops.uploads, ops.upload_faults");
    database = Database.open(POSTGRES.url(), Roles.READER, "");
    book = UploadBook.open(POSTGRES.url(), Roles.READER, "");
    query = new UploadQuery(database);
    beginAnew();
    folder.make();
  }

  /** As a process would that knows nothing of the one before it. */
  private void beginAnew() {
    folder = new DropFolder(root);
    job = new UploadJob(folder, book, query, () -> open, new Format(ZoneOffset.UTC));
  }

  @AfterEach
  void end() {
    book.close();
    database.close();
  }

  private void drop(String name, String content) throws IOException {
    Path unused = Files.writeString(root.resolve("incoming").resolve(name), content);
  }

  private void look(int times) throws IOException {
    for (int i = 0; i < times; i++) {
      job.look();
    }
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

  private List<String> faults(Upload upload) {
    return query.faults(upload.id()).stream()
        .map(fault -> "%d:%s: %s".formatted(fault.line(), fault.column(), fault.reason()))
        .toList();
  }

  @Test
  void fileIsTakenOnceItStandsStill() throws IOException {
    drop("sales.csv", SALES);
    look(1);
    assertThat(till.ids()).as("somebody may still write it").isEmpty();

    look(1);

    assertThat(till.ids()).containsExactly("A-1");
    assertThat(in("taken")).containsExactly("sales.csv");
    assertThat(in("incoming")).isEmpty();
    assertThat(in("checking")).isEmpty();
    Upload upload = only();
    assertThat(upload.state()).isEqualTo(Upload.State.TAKEN);
    assertThat(upload.kind()).contains("TRANSACTIONS");
    assertThat(upload.file()).isEqualTo("sales.csv");
    assertThat(upload.rows()).isEqualTo(1);
    assertThat(upload.bytes()).isEqualTo(SALES.length());
  }

  @Test
  void productsAndStoresOfAFileAreToldTogether() throws IOException {
    drop("products.csv", UploadKind.PRODUCTS.template());
    drop("stores.csv", UploadKind.STORES.template());

    look(2);

    assertThat(till.revised()).containsExactlyInAnyOrder("product X-100", "store X-BATH");
    assertThat(query.newest(10))
        .extracting(upload -> upload.kind().orElseThrow())
        .containsExactlyInAnyOrder("PRODUCTS", "STORES");
  }

  @Test
  void revisionThatTheTillDoesNotTakeIsNamedByItsLine() throws IOException {
    till.beforeTaking(
        () -> {
          throw new RequestProblem(
              HttpStatus.BAD_REQUEST,
              "Refused",
              "No.",
              List.of(
                  new FieldProblem("revisions[1].id", "", "one of this shop's own"),
                  new FieldProblem("revisions[1].listPriceMicros", "", "too dear")));
        });
    drop(
        "products.csv",
        "product_id,name,category,list_price,unit_cost\nX-1,A,B,1,1\nX-2,A,B,1,1\n");

    look(2);

    assertThat(faults(only()))
        .containsExactly("3:product_id: one of this shop's own", "3:list_price: too dear");
  }

  @Test
  void fileThatGrowsIsLeftAlone() throws IOException {
    drop("sales.csv", HEADER);
    look(1);
    drop("sales.csv", SALES);
    look(1);
    assertThat(in("incoming")).containsExactly("sales.csv");

    look(1);
    assertThat(till.ids()).containsExactly("A-1");
  }

  @Test
  void whatIsHalfCopiedOrNoFileIsPassedOver() throws IOException {
    drop("sales.csv.part", SALES);
    drop(".sales.csv", SALES);
    Files.createDirectory(root.resolve("incoming").resolve("folder.csv"));
    Path elsewhere = Files.writeString(root.resolve("elsewhere.csv"), SALES);
    Files.createSymbolicLink(root.resolve("incoming").resolve("link.csv"), elsewhere);

    look(3);

    assertThat(till.ids()).isEmpty();
    assertThat(in("incoming")).hasSize(4);
    assertThat(query.newest(10)).isEmpty();
  }

  @Test
  void nameOfACopiedFileIsMadeOfPlainCharacters() throws IOException {
    drop("a\\..\\<b>sales<b> of 'today'\n.csv", SALES);

    look(2);

    assertThat(in("taken")).containsExactly("a_..__b_sales_b__of__today__.csv");
  }

  @Test
  void oneRowAtFaultRefusesTheWholeFileWithAReportBesideIt() throws IOException {
    drop("sales.csv", SALES + "A-2,WEB,CUP,-3,2.50\nA-3,WEB\n");

    look(2);

    assertThat(till.ids()).isEmpty();
    assertThat(in("refused")).containsExactly("sales.csv", "sales.csv.report.csv");
    Upload upload = only();
    assertThat(upload.state()).isEqualTo(Upload.State.REFUSED);
    assertThat(upload.rows()).isEqualTo(3);
    assertThat(upload.rejected()).isEqualTo(2);
    Path report = root.resolve("refused").resolve(upload.id() + "-sales.csv.report.csv");
    assertThat(Files.readString(report))
        .isEqualToNormalizingNewlines(
            """
            line,column,reason
            3,quantity,"is ""-3""; allowed is a whole number from 1 to 1000000"
            4,,"2 cells, but the header has 5"
            """);
  }

  @Test
  void whatTheTillDoesNotKnowIsNamedByItsLine() throws IOException {
    drop(
        "sales.csv",
        SALES + "A-2,WEB,CUP,1,1\nA-2,WEB,\"O'Brien's <script>\",1,1\nA-3,WEB,TEAPOT,1,1\n");

    look(2);

    assertThat(till.ids()).isEmpty();
    assertThat(only().rejected()).isEqualTo(2);
    assertThat(faults(only()))
        .containsExactly(
            "4:product_id: is \"O'Brien's <script>\"; allowed is a product that is known",
            "5:product_id: is \"TEAPOT\"; allowed is a product that is known");
  }

  @Test
  void sameContentIsTakenOnce() throws IOException {
    drop("sales.csv", SALES);
    look(2);
    Upload first = only();

    drop("the same under another name.csv", SALES);
    look(2);

    assertThat(till.ids()).hasSize(1);
    Upload second = query.newest(1).get(0);
    assertThat(second.state()).isEqualTo(Upload.State.REFUSED);
    assertThat(faults(second))
        .containsExactly(
            "0:: the same content was taken before, as sales.csv, at "
                + new Format(ZoneOffset.UTC).moment(first.endedAt()));
  }

  @Test
  void contentThatWasRefusedMayComeAgain() throws IOException {
    till.beforeTaking(
        () -> {
          throw RequestProblem.wrongField("transactions[0].storeId", "WEB", "a store");
        });
    drop("sales.csv", SALES);
    look(2);
    assertThat(faults(only())).containsExactly("2:store_id: is \"WEB\"; allowed is a store");

    drop("sales.csv", SALES);
    look(2);

    assertThat(till.ids()).containsExactly("A-1");
    assertThat(query.newest(10)).hasSize(2);
  }

  @Test
  void fileThatCannotBeTakenNowWaitsAndIsTriedAgain() throws IOException {
    open = Optional.empty();
    drop("sales.csv", SALES);
    look(2);
    DroppedFile file = folder.toCheck().get(0);
    assertThat(job.reason(file)).hasValueSatisfying(why -> assertThat(why).contains("No till"));
    assertThat(query.newest(10)).isEmpty();

    open = Optional.of(till);
    till.beforeTaking(
        () -> {
          throw new RequestProblem(HttpStatus.SERVICE_UNAVAILABLE, "Silent", "Kafka is silent.");
        });
    look(2);
    assertThat(job.reason(file)).contains("Kafka is silent.");

    look(3);
    assertThat(till.ids()).containsExactly("A-1");
    assertThat(job.reason(file)).isEmpty();
  }

  @Test
  void fileThatWaitsDoesNotHoldUpOthers() throws IOException {
    till.beforeTaking(
        () -> {
          throw new RequestProblem(HttpStatus.SERVICE_UNAVAILABLE, "Silent", "Kafka is silent.");
        });
    drop("first.csv", SALES);
    look(2);
    drop("second.csv", SALES.replace("A-1", "A-2"));
    look(2);

    assertThat(till.ids()).contains("A-2");
  }

  @Test
  void whileTheDatabaseIsSilentFilesWait() throws IOException {
    drop("sales.csv", SALES);
    look(1);
    try (Database silent = Database.open(Browserless.SILENT_DATABASE, Roles.READER, "")) {
      UploadJob other =
          new UploadJob(
              folder, book, new UploadQuery(silent), () -> open, new Format(ZoneOffset.UTC));
      other.look();
    }
    assertThat(till.ids()).isEmpty();
    assertThat(in("checking")).containsExactly("sales.csv");

    look(1);
    assertThat(till.ids()).containsExactly("A-1");
  }

  @Test
  void processThatIsKilledWhenTheTillHadTakenIsFollowedByOneThatCountsNothingTwice()
      throws IOException {
    till.afterTaking(
        () -> {
          throw new Killed();
        });
    drop("sales.csv", SALES);
    assertThatThrownBy(() -> look(2)).isInstanceOf(Killed.class);
    assertThat(till.ids()).containsExactly("A-1");
    assertThat(in("checking")).containsExactly("sales.csv");
    assertThat(query.newest(10)).isEmpty();

    beginAnew();
    look(1);

    assertThat(till.ids()).containsExactly("A-1");
    assertThat(in("taken")).containsExactly("sales.csv");
    assertThat(only().state()).isEqualTo(Upload.State.TAKEN);
  }

  @Test
  void processThatIsKilledBeforeItMovedAFileIsFollowedByOneThatDoes() throws IOException {
    drop("sales.csv", SALES);
    drop("wrong.csv", SALES.replace("CUP", "TEAPOT"));
    look(2);
    back("taken", "sales.csv");
    back("refused", "wrong.csv");

    beginAnew();
    till.beforeTaking(
        () -> {
          throw new AssertionError("it was taken before");
        });
    look(1);

    assertThat(in("taken")).containsExactly("sales.csv");
    assertThat(in("refused")).containsExactly("wrong.csv", "wrong.csv.report.csv");
    assertThat(query.newest(10)).hasSize(2);
  }

  private void back(String from, String name) throws IOException {
    try (Stream<Path> files = Files.list(root.resolve(from))) {
      Path file =
          files.filter(path -> path.toString().endsWith("-" + name)).findFirst().orElseThrow();
      Path unused = Files.move(file, root.resolve("checking").resolve(file.getFileName()));
    }
  }

  @Test
  void fileThatIsTooLargeIsRefusedUnread() throws IOException {
    try (RandomAccessFile file =
        new RandomAccessFile(root.resolve("incoming").resolve("huge.csv").toFile(), "rw")) {
      file.setLength(DropFolder.MOST_BYTES + 1); // no block of it is on disk
    }

    look(2);

    assertThat(in("refused")).contains("huge.csv");
    assertThat(faults(only()))
        .singleElement()
        .asString()
        .startsWith("0:: A file may have 64 MB")
        .contains("./highstreet backfill sales --files");
  }

  @Test
  void largestFileIsTakenAtOnce() throws IOException {
    String rows =
        IntStream.range(0, CheckedFile.MOST_ROWS)
            .mapToObj(i -> "A-%d,WEB,CUP,2,2.50\n".formatted(i / 5))
            .collect(Collectors.joining());
    drop("sales.csv", HEADER + rows);

    look(2);

    assertThat(till.ids()).hasSize(20_000);
    assertThat(only().rows()).isEqualTo(100_000);
  }

  @Test
  void oneProcessTakesTheFilesOfAFolder() throws Exception {
    drop("sales.csv", SALES);
    try (UploadWatch watch = new UploadWatch(folder, job)) {
      try (HeldFolder other = HeldFolder.of(folder.lockFile())) {
        watch.look();
        watch.look();
        assertThat(till.ids()).isEmpty();
        assertThat(watch.trouble())
            .hasValueSatisfying(words -> assertThat(words).contains("Another process"));
        assertThat(other.isAlive()).isTrue();
      }
      watch.look();
      watch.look();
      assertThat(till.ids()).containsExactly("A-1");
      assertThat(watch.trouble()).isEmpty();

      try (UploadWatch second = new UploadWatch(folder, job)) {
        second.look();
        assertThat(second.trouble()).as("in this process").isPresent();
      }
    }
  }

  /** No process survives it, and nothing is cleaned up. */
  private static final class Killed extends Error {
    private static final long serialVersionUID = 1L;
  }
}
