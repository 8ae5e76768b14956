package dev.highstreet.bench.pages;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongFunction;

/**
 * What programs ask the dashboard: products one by one and in pages, stores, and marts. They ask of
 * a thousand products and of each store and day there is, so most of what is asked was not asked a
 * moment ago.
 */
final class Questions implements LongFunction<URI> {
  private static final int MOST_PRODUCTS = 1_000;
  private static final int MOST_DAYS = 366;
  private static final int KINDS = 10;

  private final String url;
  private final List<String> products;
  private final List<String> stores;
  private final List<String> days;

  private Questions(String url, List<String> products, List<String> stores, List<String> days) {
    this.url = url;
    this.products = products;
    this.stores = stores;
    this.days = days;
  }

  /** Asks the dashboard what there is to ask of. */
  static Questions about(String url) throws IOException, InterruptedException {
    List<String> days = ids(url, "/api/marts/daily_sales?limit=100", "rows", "day", MOST_DAYS);
    if (days.isEmpty()) {
      throw new IllegalStateException(url + " has no day of sales yet: try again in a minute");
    }
    return new Questions(
        url,
        ids(url, "/api/products?limit=200", "products", "productId", MOST_PRODUCTS),
        ids(url, "/api/stores?limit=200", "stores", "storeId", MOST_PRODUCTS),
        days);
  }

  private static List<String> ids(String url, String path, String list, String id, int atMost)
      throws IOException, InterruptedException {
    HttpClient client = HttpClient.newHttpClient();
    List<String> ids = new ArrayList<>();
    String after = "";
    do {
      HttpResponse<String> answer =
          client.send(
              HttpRequest.newBuilder(URI.create(url + path + after)).build(),
              BodyHandlers.ofString());
      if (answer.statusCode() != 200) {
        throw new IOException(path + " was answered " + answer.statusCode() + ": " + answer.body());
      }
      JsonNode page = new ObjectMapper().readTree(answer.body());
      page.path(list).forEach(thing -> ids.add(encoded(thing.path(id).asText())));
      after = page.path("next").isNull() ? "" : "&after=" + encoded(page.path("next").asText());
    } while (!after.isEmpty() && ids.size() < atMost);
    return ids;
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
  }

  @Override
  public URI apply(long number) {
    long turn = number / KINDS;
    String product = at(products, number);
    String store = at(stores, turn);
    String day = at(days, turn);
    return URI.create(
        url
            + switch ((int) (number % KINDS)) {
              case 0, 1, 2 -> "/api/products/" + product;
              case 3, 4 -> "/api/products?limit=20&after=" + product;
              case 5 -> "/api/stores";
              case 6 -> "/api/marts/daily_sales?limit=31&from=" + day;
              case 7 -> "/api/marts/daily_sales_by_store?limit=31&store_id=" + store;
              case 8 -> "/api/marts/daily_sales_by_product?limit=50&day=" + day;
              default -> "/api/marts/monthly_sales_by_category?limit=50";
            });
  }

  private static String at(List<String> things, long number) {
    return things.get((int) (number % things.size()));
  }
}
