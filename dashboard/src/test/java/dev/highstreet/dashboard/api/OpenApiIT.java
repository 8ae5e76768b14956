package dev.highstreet.dashboard.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import dev.highstreet.dashboard.Browserless;
import dev.highstreet.dashboard.InventedShop;
import dev.highstreet.dashboard.access.AccessRules;
import dev.highstreet.dashboard.access.Token;
import dev.highstreet.testsupport.KafkaExtension;
import dev.highstreet.testsupport.PostgresExtension;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What the document says is what the server does. */
class OpenApiIT {
  private static final String OPERATOR = "an operator's token";

  @RegisterExtension static final PostgresExtension POSTGRES = new PostgresExtension();
  @RegisterExtension static final KafkaExtension KAFKA = new KafkaExtension();

  private static Browserless dashboard;
  private static JsonNode document;

  @BeforeAll
  static void open() throws Exception {
    dashboard =
        Browserless.selling(
            InventedShop.history(POSTGRES).url(),
            AccessRules.operatedWith(Token.of(OPERATOR)),
            KAFKA.bootstrapServers());
    document = new ObjectMapper().readTree(dashboard.get("/api/openapi.json").body());
  }

  @AfterAll
  static void close() {
    dashboard.close();
  }

  @Test
  void everyRouteIsInTheDocumentAndNoOther() {
    TreeSet<String> described = new TreeSet<>();
    for (Map.Entry<String, JsonNode> path : document.path("paths").properties()) {
      path.getValue()
          .fieldNames()
          .forEachRemaining(
              method -> described.add(method.toUpperCase(Locale.ROOT) + " " + path.getKey()));
    }

    TreeSet<String> served = new TreeSet<>();
    for (String route : dashboard.routes()) {
      if (route.contains(" /api/") || route.contains(" /webhooks/")) {
        served.add(route);
      }
    }
    assertThat(served).isEqualTo(described);
  }

  @Test
  void answersFitTheirSchemas() throws Exception {
    fits("/api/products", "get", dashboard.get("/api/products?limit=3"));
    fits("/api/products/{id}", "get", dashboard.get("/api/products/P-0007"));
    fits("/api/stores", "get", dashboard.get("/api/stores"));
    fits("/api/orders/{id}", "get", dashboard.get("/api/orders/H-110331-0007"));
    fits("/api/marts/{name}", "get", dashboard.get("/api/marts/daily_sales_by_store?limit=5"));
    fits("/api/marts/{name}", "get", dashboard.get("/api/marts/hourly_sales"));
    fits("/api/openapi.json", "get", dashboard.get("/api/openapi.json"));
  }

  @Test
  void problemsFitTheirSchema() throws Exception {
    for (String path : List.of("/api/products?limit=x", "/api/orders/none")) {
      assertThat(faults("/components/schemas/Problem", dashboard.get(path).body())).isEmpty();
    }
  }

  @Test
  void orderOfTheDocumentsOwnExampleIsTakenAndToldInItsForm() throws Exception {
    JsonNode example =
        document.at("/paths/~1api~1orders/post/requestBody/content/application~1json/example");
    String order = example.toString().replace("85123A", "P-0003");
    assertThat(faults("/components/schemas/NewOrder", order)).isEmpty();

    HttpResponse<String> answer =
        dashboard.ask(
            "POST",
            "/api/orders",
            order,
            "Authorization",
            "Bearer " + OPERATOR,
            "Content-Type",
            "application/json");

    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
    fits("/api/orders", "post", answer);
    JsonNode receipt = new ObjectMapper().readTree(answer.body());
    assertThat(receipt.path("total").asText()).isEqualTo("12.50");
    assertThat(answer.headers().firstValue("Location"))
        .hasValue("/api/orders/" + receipt.path("orderId").asText());
  }

  @Test
  void pageTellsEveryRoute() {
    String page = dashboard.get("/api").body();

    for (Map.Entry<String, JsonNode> path : document.path("paths").properties()) {
      assertThat(page).contains(path.getKey());
    }
    assertThat(page).doesNotContain("<script src=\"http");
  }

  private static void fits(String path, String method, HttpResponse<String> answer)
      throws Exception {
    String at =
        "/paths/%s/%s/responses/%d/content/application~1json/schema"
            .formatted(path.replace("/", "~1"), method, answer.statusCode());
    assertThat(document.at(at).isMissingNode()).as(at).isFalse();
    assertThat(faults(at, answer.body())).as(path).isEmpty();
  }

  private static List<String> faults(String at, String answer) throws Exception {
    // its schemas refer to one another
    JsonNode schema =
        document.at(at).<ObjectNode>deepCopy().set("components", document.path("components"));
    JsonSchema checked =
        JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012).getSchema(schema);
    return checked.validate(new ObjectMapper().readTree(answer)).stream()
        .map(Object::toString)
        .toList();
  }
}
