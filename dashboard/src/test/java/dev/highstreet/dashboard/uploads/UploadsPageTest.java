package dev.highstreet.dashboard.uploads;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.highstreet.dashboard.Browserless;
import dev.highstreet.dashboard.InventedShop;
import dev.highstreet.dashboard.Operations;
import dev.highstreet.dashboard.access.AccessRules;
import dev.highstreet.dashboard.access.Token;
import dev.highstreet.dashboard.intake.OpenTill;
import dev.highstreet.dashboard.intake.Till;
import dev.highstreet.testsupport.Eventually;
import dev.highstreet.testsupport.PostgresExtension;
import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.Socket;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class UploadsPageTest {
  private static final String TOKEN = "an operator's token";
  private static final String BOUNDARY = "between-the-parts";
  private static final String HEADER = "order_id,store_id,product_id,quantity,unit_price\n";
  private static final String SALES = HEADER + "A-1,WEB,CUP,2,2.50\n";
  private static final Pattern ID = Pattern.compile("href=\"/uploads/([0-9a-f]{16})\"");

  @RegisterExtension static final PostgresExtension POSTGRES = new PostgresExtension();

  private final OpenTill till = new OpenTill();

  @TempDir Path root;
  private Browserless dashboard;

  @BeforeEach
  void open() throws SQLException {
    POSTGRES.emptyTables();
    dashboard =
        Browserless.receiving(
            POSTGRES.url(), AccessRules.operatedWith(Token.of(TOKEN)), selling(), root);
  }

  private Operations selling() {
    return new Operations() {
      @Override
      public Optional<Till> till() {
        return Optional.of(till);
      }
    };
  }

  @AfterEach
  void close() {
    dashboard.close();
  }

  private static byte[] form(String name, String content, String... fields) {
    StringBuilder form = new StringBuilder();
    for (int i = 0; i < fields.length; i += 2) {
      form.append(
          "--%s\r\nContent-Disposition: form-data; name=\"%s\"\r\n\r\n%s\r\n"
              .formatted(BOUNDARY, fields[i], fields[i + 1]));
    }
    form.append(
        "--%s\r\nContent-Disposition: form-data; name=\"file\"; filename=\"%s\"\r\nContent-Type: text/csv\r\n\r\n%s\r\n--%s--\r\n"
            .formatted(BOUNDARY, name, content, BOUNDARY));
    return form.toString().getBytes(UTF_8);
  }

  private HttpResponse<String> upload(String name, String content) {
    return send(form(name, content), "Authorization", "Bearer " + TOKEN);
  }

  private HttpResponse<String> send(byte[] body, String... headers) {
    List<String> all = new ArrayList<>(List.of(headers));
    all.add("Content-Type");
    all.add("multipart/form-data; boundary=" + BOUNDARY);
    return dashboard.ask("POST", "/uploads", body, all.toArray(String[]::new));
  }

  private String awaitedPage(String words) throws Exception {
    Eventually.wait(
        Duration.ofSeconds(30),
        "the page to say " + words,
        () -> dashboard.get("/uploads").body().contains(words),
        () -> dashboard.get("/uploads").body());
    return dashboard.get("/uploads").body();
  }

  private static String idIn(String page) {
    Matcher matcher = ID.matcher(page);
    assertThat(matcher.find()).isTrue();
    return matcher.group(1);
  }

  private static List<String> rows(String query) throws SQLException {
    List<String> rows = new ArrayList<>();
    try (Connection connection = POSTGRES.as("highstreet_reader").getConnection();
        ResultSet found = connection.createStatement().executeQuery(query)) {
      while (found.next()) {
        rows.add(found.getString(1));
      }
    }
    return rows;
  }

  @Test
  void uploadedFileIsTakenAndWrittenDown() throws Exception {
    HttpResponse<String> answer = upload("sales.csv", SALES);

    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(303);
    assertThat(answer.headers().firstValue("Location")).hasValue("/uploads");
    String page = awaitedPage(">taken<");
    assertThat(page).contains("sales.csv").contains("transactions");
    assertThat(till.ids()).containsExactly("A-1");
    assertThat(dashboard.get("/uploads/" + idIn(page)).body()).contains("Every row of it");
    assertThat(
            rows(
                "SELECT actor || ' ' || action || ' ' || target || ' ' || outcome FROM ops.audit ORDER BY audit_id"))
        .containsExactly("operator upload /uploads ASKED", "operator upload sales.csv DONE");
  }

  @Test
  void refusedFileIsExplainedByLineAndNothingInItIsShownRaw() throws Exception {
    upload(
        "sales.csv",
        HEADER + "A-1,WEB,<script>alert(1)</script>,2,2.50\n\"=A-2\",<b>,CUP,-1,<i>\n");

    String page = awaitedPage(">refused<");
    String report = dashboard.get("/uploads/" + idIn(page)).body();

    assertThat(report)
        .contains("quantity")
        .contains("unit_price")
        .contains("&lt;i&gt;")
        .doesNotContain("<script>alert")
        .doesNotContain("<i>");
    HttpResponse<String> csv = dashboard.get("/uploads/" + idIn(page) + "/report.csv");
    assertThat(csv.headers().firstValue("Content-Type")).hasValue("text/csv; charset=utf-8");
    assertThat(csv.headers().firstValue("Content-Disposition"))
        .hasValue("attachment; filename=\"sales.csv.report.csv\"");
    assertThat(csv.body()).startsWith("line,column,reason").contains("3,quantity,");
    assertThat(till.ids()).isEmpty();
  }

  @Test
  void whatAFileHoldsIsEscapedWhereTheTillComplainsOfIt() throws Exception {
    upload("sales.csv", HEADER + "A-1,WEB,<script>alert(1)</script>,2,2.50\n");

    String report = dashboard.get("/uploads/" + idIn(awaitedPage(">refused<"))).body();

    assertThat(report).contains("&lt;script&gt;alert(1)").doesNotContain("<script>alert");
  }

  @ParameterizedTest
  @ValueSource(strings = {"../../etc/passwd", "..\\\\..\\\\win.ini", "/etc/passwd", "..", ".", ""})
  void nameThatIsAPathIsRefusedAndNothingIsWritten(String name) throws Exception {
    assertThat(upload(name, SALES).statusCode()).isEqualTo(400);
    try (Stream<Path> files = Files.walk(root)) {
      assertThat(files.filter(Files::isRegularFile).map(file -> file.getFileName().toString()))
          .isSubsetOf("lock");
    }
  }

  @Test
  void formWithoutAFileOrThatIsNoneIsRefused() {
    byte[] other =
        "--%s\r\nContent-Disposition: form-data; name=\"x\"\r\n\r\n1\r\n--%s--\r\n"
            .formatted(BOUNDARY, BOUNDARY)
            .getBytes(UTF_8);
    assertThat(send(other, "Authorization", "Bearer " + TOKEN).statusCode()).isEqualTo(400);
    assertThat(send("no parts".getBytes(UTF_8), "Authorization", "Bearer " + TOKEN).statusCode())
        .isEqualTo(400);
    assertThat(
            dashboard.post("/uploads", "file=x", "Authorization", "Bearer " + TOKEN).statusCode())
        .isEqualTo(400);
  }

  @Test
  void whatIsTooLargeOrOfUnknownLengthIsRefusedBeforeItIsRead() throws Exception {
    assertThat(statusOf("Content-Length: 70000000")).contains("413");
    assertThat(statusOf("Transfer-Encoding: chunked")).contains("411");
  }

  /** Sends the head of a request, and nothing of its body. */
  private String statusOf(String header) throws IOException {
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), dashboard.port())) {
      socket
          .getOutputStream()
          .write(
              "POST /uploads HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer %s\r\nContent-Type: multipart/form-data; boundary=x\r\n%s\r\n\r\n"
                  .formatted(TOKEN, header)
                  .getBytes(UTF_8));
      return new BufferedReader(new InputStreamReader(socket.getInputStream(), UTF_8)).readLine();
    }
  }

  @Test
  void browserUploadsFromAPageOfOursAlone() {
    HttpResponse<String> in = dashboard.post("/sign-in", "token=" + TOKEN);
    String cookie = in.headers().firstValue("Set-Cookie").orElseThrow().split(";", 2)[0];
    Matcher csrf =
        Pattern.compile("name=\"csrf\" value=\"([^\"]+)\"")
            .matcher(dashboard.get("/uploads", "Cookie", cookie).body());
    assertThat(csrf.find()).isTrue();

    assertThat(send(form("a.csv", SALES), "Cookie", cookie).statusCode()).isEqualTo(403);
    assertThat(send(form("a.csv", SALES, "csrf", "guess"), "Cookie", cookie).statusCode())
        .isEqualTo(403);
    assertThat(send(form("a.csv", SALES, "csrf", csrf.group(1)), "Cookie", cookie).statusCode())
        .isEqualTo(303);
  }

  @Test
  void templatesAreThereToBeFilledIn() {
    HttpResponse<String> template = dashboard.get("/uploads/templates/transactions.csv");

    assertThat(template.statusCode()).isEqualTo(200);
    assertThat(template.body()).startsWith("order_id,store_id,product_id,quantity,unit_price,");
    assertThat(dashboard.get("/uploads/templates/passwords.csv").statusCode()).isEqualTo(404);
    assertThat(dashboard.get("/uploads/templates/..%2f..%2flock").statusCode()).isIn(400, 404);
  }

  @Test
  void batchIsMadeUpAndTheSameAgainForTheSameSeed() throws Exception {
    InventedShop.history(POSTGRES);
    String form = "kind=transactions&rows=500&seed=7&then=download";
    HttpResponse<String> made = dashboard.post("/uploads/batches", form, bearer());

    assertThat(made.statusCode()).as(made.body()).isEqualTo(200);
    assertThat(made.headers().firstValue("Content-Disposition"))
        .hasValue("attachment; filename=\"batch-transactions-500-7.csv\"");
    for (String kind : List.of("transactions", "products", "stores")) {
      String asked = "kind=%s&rows=300&seed=7&then=download".formatted(kind);
      String csv = dashboard.post("/uploads/batches", asked, bearer()).body();
      CheckedFile file = CheckedFile.read(new ByteArrayInputStream(csv.getBytes(UTF_8)));
      assertThat(file.faults().kept()).as(kind).isEmpty();
      assertThat(file.rows()).isEqualTo(300);
      assertThat(file.kind().orElseThrow()).hasToString(kind);
    }
    assertThat(dashboard.post("/uploads/batches", form, bearer()).body()).isEqualTo(made.body());
    assertThat(dashboard.post("/uploads/batches", form.replace("=7", "=8"), bearer()).body())
        .isNotEqualTo(made.body());
  }

  @Test
  void batchIsMadeAndUploadedInOneGo() throws Exception {
    InventedShop.history(POSTGRES);

    HttpResponse<String> made =
        dashboard.post("/uploads/batches", "kind=stores&rows=10000&seed=7&then=upload", bearer());

    assertThat(made.statusCode()).as(made.body()).isEqualTo(303);
    assertThat(awaitedPage(">taken<")).contains("batch-stores-10000-7.csv");
    assertThat(till.revised()).hasSize(10_000);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "kind=customers&rows=1&seed=1&then=upload",
        "kind=stores&rows=0&seed=1&then=upload",
        "kind=stores&rows=10001&seed=1&then=upload",
        "kind=stores&rows=1&seed=-1&then=upload",
        "kind=stores&rows=1&seed=1&then=delete",
        ""
      })
  void batchOutOfBoundsIsRefused(String form) {
    InventedShop.history(POSTGRES);
    assertThat(dashboard.post("/uploads/batches", form, bearer()).statusCode()).isEqualTo(400);
  }

  private static String[] bearer() {
    return new String[] {"Authorization", "Bearer " + TOKEN};
  }

  @ParameterizedTest
  @ValueSource(strings = {"0123456789abcdef", "1", "'%20OR%20'1'='1", "%3Cscript%3E"})
  void fileThatIsNoneIsNotFound(String id) {
    HttpResponse<String> answer = dashboard.get("/uploads/" + id);

    assertThat(answer.statusCode()).isEqualTo(404);
    assertThat(answer.body()).doesNotContain("<script>alert").doesNotContain("<script></");
    assertThat(dashboard.get("/uploads/" + id + "/report.csv").statusCode()).isEqualTo(404);
  }

  @Test
  void fileInTheFolderIsListedWhileItWaits() throws Exception {
    till.beforeTaking(
        () -> {
          throw new IllegalStateException("not now");
        });
    Eventually.wait(
        Duration.ofSeconds(30), "the folder", () -> Files.isDirectory(root.resolve("incoming")));
    Path unused = Files.writeString(root.resolve("incoming").resolve("copied.csv"), SALES);

    assertThat(awaitedPage("under way")).contains("copied.csv");
    awaitedPage(">taken<");
  }

  @Test
  void withoutAFolderThePageSaysHowToHaveOne() {
    try (Browserless without =
        Browserless.on(POSTGRES.url(), AccessRules.operatedWith(Token.of(TOKEN)))) {
      assertThat(without.get("/uploads").body()).contains("HIGHSTREET_UPLOADS");
      assertThat(
              without
                  .ask(
                      "POST",
                      "/uploads",
                      form("a.csv", SALES),
                      "Authorization",
                      "Bearer " + TOKEN,
                      "Content-Type",
                      "multipart/form-data; boundary=" + BOUNDARY)
                  .statusCode())
          .isEqualTo(409);
    }
  }

  @Test
  void withoutADatabaseThePageSaysSo() {
    try (Browserless silent = Browserless.on(Browserless.SILENT_DATABASE)) {
      assertThat(silent.get("/uploads").statusCode()).isEqualTo(200);
    }
  }
}
