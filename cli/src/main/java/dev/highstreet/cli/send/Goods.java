package dev.highstreet.cli.send;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.highstreet.cli.console.CommandException;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.function.Consumer;

/**
 * What made-up transactions are of.
 *
 * @param products at least one
 * @param storeId where they are sold
 */
record Goods(List<Product> products, String storeId) {
  private static final Duration PATIENCE = Duration.ofSeconds(10);
  private static final int MOST_READ = 4 << 20;
  private static final String SOME_STORE = "WEB";
  private static final ObjectMapper JSON = new ObjectMapper();

  /** Of the sample shop, samples/corner-shop.csv. */
  private static final List<Product> COME_WITH_IT =
      List.of(
          product("31020B", "4.00"),
          product("31023A", "4.89"),
          product("31023C", "5.85"),
          product("31016C", "3.27"));

  /** A product at its price, in units of the currency. */
  record Product(String id, BigDecimal price) {
    Product {
      requireNonNull(id, "id is null");
      requireNonNull(price, "price is null");
    }
  }

  Goods {
    products = List.copyOf(products);
    requireNonNull(storeId, "storeId is null");
  }

  private static Product product(String id, String price) {
    return new Product(id, new BigDecimal(price));
  }

  /**
   * Products that somebody named, with their prices.
   *
   * @throws CommandException if a price is none
   */
  static Goods named(Map<String, BigDecimal> prices) {
    prices.forEach(
        (id, price) -> {
          if (price.signum() <= 0 || price.scale() > 6 || price.precision() > 14) {
            throw CommandException.usedWrongly(
                "--products: the price of %s is %s; it must be above 0, with six decimals at most"
                    .formatted(id, price));
          }
        });
    List<Product> products =
        prices.entrySet().stream().map(e -> new Product(e.getKey(), e.getValue())).toList();
    return new Goods(products, SOME_STORE);
  }

  /**
   * What a receiver says that it sells, or else what comes with this command.
   *
   * @param tell takes a line if the receiver does not say
   */
  static Goods toldBy(Target target, Consumer<String> tell) {
    URI address = target.beside("/api/products?limit=200");
    List<Product> products = new ArrayList<>();
    for (JsonNode entry : ask(address).path("products")) {
      JsonNode price = entry.path("listPrice");
      if (entry.path("active").asBoolean(true) && price.asText("").matches("[0-9]+(\\.[0-9]+)?")) {
        products.add(product(entry.path("productId").asText(""), price.asText()));
      }
    }
    products.removeIf(product -> product.id().isEmpty() || product.price().signum() <= 0);
    if (products.isEmpty()) {
      tell.accept(
          "%s does not tell what is sold: sending products of the sample shop; name others with --products"
              .formatted(address));
      return new Goods(COME_WITH_IT, SOME_STORE);
    }
    return new Goods(products, store(ask(target.beside("/api/stores"))));
  }

  private static String store(JsonNode answer) {
    String first = SOME_STORE;
    for (JsonNode store : answer.path("stores")) {
      String id = store.path("storeId").asText("");
      if (store.path("type").asText("").equals("WEBSITE") && !id.isEmpty()) {
        return id;
      }
      first = first.equals(SOME_STORE) && !id.isEmpty() ? id : first;
    }
    return first;
  }

  private static JsonNode ask(URI address) {
    HttpRequest request =
        HttpRequest.newBuilder(address)
            .timeout(PATIENCE)
            .header("Accept", "application/json")
            .build();
    HttpClient client = HttpClient.newBuilder().connectTimeout(PATIENCE).build();
    try {
      HttpResponse<InputStream> answer = client.send(request, BodyHandlers.ofInputStream());
      try (InputStream body = answer.body()) {
        return answer.statusCode() == 200
            ? JSON.readTree(body.readNBytes(MOST_READ))
            : JSON.missingNode();
      }
    } catch (IOException e) {
      return JSON.missingNode(); // who does not answer at all is told when something is sent
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new CancellationException("interrupted");
    }
  }

  /** The same in another store. */
  Goods at(String store) {
    return new Goods(products, store);
  }
}
