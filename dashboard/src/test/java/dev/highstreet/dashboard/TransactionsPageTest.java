package dev.highstreet.dashboard;

import static org.assertj.core.api.Assertions.assertThat;

import dev.highstreet.testsupport.PostgresExtension;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TransactionsPageTest {
  private static final Pattern OLDER = Pattern.compile("id=\"older\" href=\"([^\"]+)\"");
  @RegisterExtension static final PostgresExtension POSTGRES = new PostgresExtension();

  private static InventedShop shop;
  private static Browserless dashboard;

  @BeforeAll
  static void open() {
    shop = InventedShop.history(POSTGRES);
    dashboard = Browserless.on(shop.url());
  }

  @AfterAll
  static void close() {
    dashboard.close();
  }

  @Test
  void showsFiftyOrdersAndTheWayToOlderOnes() {
    String first = dashboard.get("/transactions").body();
    String second = dashboard.get(older(first)).body();

    assertThat(rows(first)).isEqualTo(50);
    assertThat(rows(second)).isEqualTo(50);
    assertThat(second).contains("Newest orders").doesNotContain("data-key=\"" + newest(first));
  }

  @Test
  void wordThatIsNowhereSaysWhatWasSearched() {
    assertThat(dashboard.get("/transactions?q=%3Cscript%3E").body())
        .contains(
            "No accepted order has to do with “&lt;script&gt;”", "Searched: order and customer");
  }

  @Test
  void orderOpensInTheDrawerWithItsLife() {
    assertThat(dashboard.get("/transactions?order=H-110331-0007").body())
        .contains(
            "Cleaned: 4 of 5 lines accepted",
            "NON_POSITIVE_QUANTITY",
            "revision 1",
            "highstreet.orders",
            "Booked in 21 mart rows");
  }

  @Test
  void unknownOrderIsNotFoundButTheListIsThere() {
    HttpResponse<String> answer = dashboard.get("/transactions?order=H-0");

    assertThat(answer.statusCode()).isEqualTo(404);
    assertThat(answer.body()).contains("No accepted order H-0");
    assertThat(rows(answer.body())).isEqualTo(50);
  }

  @Test
  void placeThatIsNoneIsNamed() {
    HttpResponse<String> answer = dashboard.get("/transactions?before=yesterday");

    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(answer.body()).contains("before is “yesterday”. Allowed is what the link to older");
  }

  @ParameterizedTest
  @ValueSource(strings = {"%2B1000000000-12-31T00:00:00Z~1", "-1000000000-01-01T00:00:00Z~1"})
  void placeBeyondTheCalendarIsNoPlace(String place) {
    HttpResponse<String> answer = dashboard.get("/transactions?before=" + place);

    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(answer.body()).contains("Allowed is what the link to older");
  }

  @Test
  void wordThatCannotBeDecodedIsRefused() throws IOException {
    // no URI may be written so, but browsers send it as it was typed
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), dashboard.port())) {
      socket
          .getOutputStream()
          .write("GET /transactions?q=%ZZ HTTP/1.0\r\n\r\n".getBytes(StandardCharsets.US_ASCII));

      assertThat(new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8))
          .contains(" 400 ", "q is “”. Allowed is text in percent encoding");
    }
  }

  @Test
  @Timeout(30)
  void newOrderComesThroughTheStream() {
    try (Stream<String> lines = dashboard.listen("/live?page=transactions").body()) {
      var following = lines.iterator();
      while (!following.next().contains("data-key=\"H-110331-0014\"")) {}
      shop.placeOrder("H-LIVE");
      while (!following.next().contains("data-key=\"H-LIVE\"")) {}
    } finally {
      shop.execute("DELETE FROM core.orders WHERE order_id = 'H-LIVE'");
    }
  }

  private static String older(String page) {
    return group(OLDER, page).replace("&amp;", "&");
  }

  private static String newest(String page) {
    return group(Pattern.compile("data-key=\"([^\"]+)\""), page);
  }

  private static String group(Pattern pattern, String page) {
    Matcher matcher = pattern.matcher(page);
    assertThat(matcher.find()).as(pattern.pattern()).isTrue();
    return matcher.group(1);
  }

  private static long rows(String page) {
    return Pattern.compile("data-key=").matcher(page).results().count();
  }
}
