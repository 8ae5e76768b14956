package dev.highstreet.bench.pages;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.math.BigDecimal;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.locks.LockSupport;

/**
 * Places orders as a visitor does, one after the other, beside whatever the shop does meanwhile;
 * says how long after the click each was in the mart of its product's day, and on the page that
 * shows the marts. It reads both over HTTP, as anybody can.
 *
 * <p>An order of {@value #UNITS} units of a product that sells little cannot be taken for another:
 * it is there once the product's row has so many more.
 *
 * <pre>{@code
 * java -cp 'highstreet-bench.jar:lib/*' dev.highstreet.bench.pages.OrderVisible \
 *   http://127.0.0.1:8080 .highstreet/operator-token --orders 30
 * }</pre>
 */
public final class OrderVisible {
  private static final int UNITS = 60;
  private static final int PLENTY = 3 * UNITS; // others buy meanwhile
  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final long BETWEEN_LOOKS = 20_000_000; // ns
  private static final ZoneId LONDON = ZoneId.of("Europe/London");
  private static final String SHOWN = "On the dashboard";

  private final HttpClient client = HttpClient.newHttpClient();
  private final ObjectMapper json = new ObjectMapper();
  private final String url;
  private final String token;
  private int looks;

  private OrderVisible(String url, String token) {
    this.url = url;
    this.token = token;
  }

  /** Places so many orders; exit 1 if one was not seen within 30 s, 2 if used wrongly. */
  public static void main(String[] arguments) throws Exception {
    if (arguments.length != 2 && arguments.length != 4) {
      System.err.println("usage: OrderVisible URL TOKEN-FILE [--orders N]");
      System.exit(2);
    }
    int orders = arguments.length == 4 ? Integer.parseInt(arguments[3]) : 30;
    String token = Files.readString(Path.of(arguments[1])).strip();
    new OrderVisible(arguments[0].replaceFirst("/$", ""), token).measure(orders);
  }

  private void measure(int orders) throws IOException, InterruptedException {
    Latencies taken = new Latencies();
    Latencies inMart = new Latencies();
    Latencies onPage = new Latencies();
    long before = booked();
    long began = System.nanoTime();
    List<String> products = slowSellers(orders);
    for (String product : products) {
      long clicked = System.nanoTime();
      JsonNode receipt = order(product);
      taken.add(System.nanoTime() - clicked);
      String order = receipt.path("orderId").asText();
      LocalDate day =
          Instant.parse(receipt.path("occurredAt").asText()).atZone(LONDON).toLocalDate();
      await(order, () -> units(product, day) >= UNITS);
      inMart.add(System.nanoTime() - clicked);
      await(order, () -> isShown(order));
      onPage.add(System.nanoTime() - clicked);
    }
    double seconds = (System.nanoTime() - began) / 1e9;
    System.out.printf(
        "beside %,.0f orders a second, %d orders:%n", (booked() - before) / seconds, taken.count());
    print("taken", taken);
    print("in the mart", inMart);
    print("on the page", onPage);
  }

  private static void print(String what, Latencies latencies) {
    System.out.printf(
        "  %-12s p50 %,.0f ms, p95 %,.0f ms, most %,.0f ms%n",
        what, latencies.millisAt(0.5), latencies.millisAt(0.95), latencies.millisAt(1));
  }

  /** Products that are there in plenty, the cheapest last: nobody buys so many of these at once. */
  private List<String> slowSellers(int count) throws IOException, InterruptedException {
    record Item(String id, BigDecimal price) {}
    List<Item> items = new ArrayList<>();
    String after = "";
    do {
      JsonNode page = get("/api/products?limit=200" + after);
      for (JsonNode product : page.path("products")) {
        if (product.path("available").asLong(PLENTY) >= PLENTY) {
          items.add(
              new Item(
                  product.path("productId").asText(),
                  new BigDecimal(product.path("listPrice").asText())));
        }
      }
      after = page.path("next").isNull() ? "" : "&after=" + encoded(page.path("next").asText());
    } while (!after.isEmpty());
    return items.stream()
        .sorted(Comparator.comparing(Item::price).reversed())
        .limit(count)
        .map(Item::id)
        .toList();
  }

  private JsonNode order(String product) throws IOException, InterruptedException {
    String body =
        json.createObjectNode()
            .set(
                "lines",
                json.createArrayNode()
                    .add(json.createObjectNode().put("productId", product).put("quantity", UNITS)))
            .toString();
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(url + "/api/orders"))
            .header("Authorization", "Bearer " + token)
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofString(body))
            .build();
    return json.readTree(answer(request, 201));
  }

  /** Units of a product that are booked on a day. */
  private long units(String product, LocalDate day) throws IOException, InterruptedException {
    JsonNode rows =
        get(
            "/api/marts/daily_sales_by_product?day=%s&product_id=%s&limit=%d"
                .formatted(day, encoded(product), anew()));
    return rows.at("/rows/0/units").asLong();
  }

  /** Another limit each time: what was answered a moment ago is not asked for. */
  private int anew() {
    looks = looks % 999 + 1;
    return looks;
  }

  /** Orders of all months. */
  private long booked() throws IOException, InterruptedException {
    long orders = 0;
    for (JsonNode month : get("/api/marts/monthly_sales?limit=1000").path("rows")) {
      orders += month.path("orders").asLong();
    }
    return orders;
  }

  private boolean isShown(String order) throws IOException, InterruptedException {
    HttpRequest page =
        HttpRequest.newBuilder(URI.create(url + "/storefront/orders/" + encoded(order))).build();
    String body = answer(page, 200);
    int station = body.indexOf(SHOWN);
    return station > 0
        && !body.substring(body.lastIndexOf("<li", station), station).contains("ahead");
  }

  private JsonNode get(String path) throws IOException, InterruptedException {
    return json.readTree(answer(HttpRequest.newBuilder(URI.create(url + path)).build(), 200));
  }

  private String answer(HttpRequest request, int expected)
      throws IOException, InterruptedException {
    HttpResponse<String> answer = client.send(request, BodyHandlers.ofString());
    if (answer.statusCode() != expected) {
      throw new IOException(
          request.uri() + " was answered " + answer.statusCode() + ": " + answer.body());
    }
    return answer.body();
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
  }

  /** Whether something can be seen. */
  private interface Look {
    boolean succeeds() throws IOException, InterruptedException;
  }

  private static void await(String order, Look look) throws IOException, InterruptedException {
    long until = System.nanoTime() + PATIENCE.toNanos();
    while (!look.succeeds()) {
      if (System.nanoTime() > until) {
        System.err.printf("order %s was not seen within %d s%n", order, PATIENCE.toSeconds());
        System.exit(1);
      }
      LockSupport.parkNanos(BETWEEN_LOOKS);
    }
  }
}
