package dev.highstreet.dashboard;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The documentation needs no database: it is read when nothing works, too. */
class DocumentationPageTest {
  private static final Pattern PAGE = Pattern.compile("href=\"(/documentation/[^\"#]+)\"");

  private static Browserless dashboard;

  @BeforeAll
  static void open() {
    dashboard = Browserless.on(Browserless.SILENT_DATABASE);
  }

  @AfterAll
  static void close() {
    dashboard.close();
  }

  @Test
  void everyPageIsReachedFromTheContents() {
    Set<String> addresses = new TreeSet<>();
    PAGE.matcher(get("/documentation").body()).results().forEach(m -> addresses.add(m.group(1)));

    assertThat(addresses)
        .contains(
            "/documentation/architecture",
            "/documentation/contract",
            "/documentation/verify",
            "/documentation/marts/daily_sales",
            "/documentation/decisions/0001-one-source-for-all-topics")
        .hasSizeGreaterThan(50);
    for (String address : addresses) {
      assertThat(get(address).statusCode()).as(address).isEqualTo(200);
    }
  }

  @Test
  void pageHasItsOutlineItsChaptersAndItsNeighbours() {
    assertThat(get("/documentation/contract").body())
        .contains(
            "<h1>The contract</h1>",
            "<h3 id=\"reasons\">",
            "href=\"#events\"",
            "rel=\"prev\"",
            "rel=\"next\"",
            "<a href=\"/documentation/contract\" aria-current=\"page\">",
            "docs/contract.md");
  }

  @Test
  void wordsAreMarkedInWhatIsFound() {
    assertThat(search("allowed lateness"))
        .contains("<mark>allowed</mark> <mark>lateness</mark>", "value=\"allowed lateness\"");
  }

  @Test
  void wordThatIsNowhereSaysWhatWasSearched() {
    assertThat(search("qqqqq"))
        .contains("No page has to do with “qqqqq”", "Searched: titles", "Show all pages");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<script>alert(1)</script>",
        "\"><img src=x onerror=y>",
        ".*+?^${}()|[]\\",
        "'; DROP"
      })
  void whatIsTypedIsShownAsText(String text) {
    assertThat(search(text)).doesNotContain("<script>alert", "<img src=x");
  }

  @Test
  void controlCharactersAndVeryLongTextsAreRefusedWithWhatIsAllowed() {
    HttpResponse<String> control = get("/documentation?q=a%00b");
    HttpResponse<String> longer = get("/documentation?q=" + "a".repeat(201));

    assertThat(control.statusCode()).isEqualTo(400);
    assertThat(control.body()).contains("text without control characters");
    assertThat(longer.statusCode()).isEqualTo(400);
    assertThat(longer.body()).contains("at most 200 characters");
    assertThat(get("/documentation?q=" + "a".repeat(10_000)).statusCode()).isBetween(400, 431);
    assertThat(get("/documentation").statusCode()).isEqualTo(200);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/documentation/nowhere",
        "/documentation/Contract",
        "/documentation/contract.md",
        "/documentation/marts/nothing",
        "/documentation/contract/more"
      })
  void unknownPageSaysSo(String address) {
    HttpResponse<String> answer = get(address);

    assertThat(answer.statusCode()).isEqualTo(404);
    assertThat(answer.body()).contains("There is no such page");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/documentation/..%2f..%2fpom.xml",
        "/documentation/%2e%2e/%2e%2e/pom.xml",
        "/documentation/../../../../etc/passwd",
        "/documentation/..%5c..%5cpom.xml",
        "/documentation//etc/passwd",
        "/documentation/contract%00",
        "/documentation/contract%2f",
        "/documentation/sources/README.md",
        "/documentation/picture.svg"
      })
  void addressThatClimbsAboutFindsNothing(String address) throws IOException {
    // as it is written: a client of ours would tidy it up first
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), dashboard.port())) {
      socket
          .getOutputStream()
          .write(("GET " + address + " HTTP/1.0\r\n\r\n").getBytes(StandardCharsets.US_ASCII));
      String answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

      assertThat(answer).containsPattern("^HTTP/1\\.[01] 40[04] ");
      assertThat(answer).doesNotContain("root:", "<artifactId>", "<svg viewBox=\"0 0 820");
    }
  }

  @Test
  void pageLoadsNothingFromElsewhere() {
    assertThat(get("/documentation/architecture").headers().firstValue("Content-Security-Policy"))
        .hasValueSatisfying(policy -> assertThat(policy).doesNotContain("unsafe"));
  }

  private static String search(String text) {
    HttpResponse<String> answer =
        get("/documentation?q=" + URLEncoder.encode(text, StandardCharsets.UTF_8));
    assertThat(answer.statusCode()).isEqualTo(200);
    return answer.body();
  }

  private static HttpResponse<String> get(String address) {
    return dashboard.get(address);
  }
}
