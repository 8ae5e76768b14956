package dev.highstreet.dashboard.api;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.StreamSupport;

/**
 * What the page about the interface shows, taken from the OpenAPI document.
 *
 * @param summary in a few sentences
 * @param operations in the document's order
 */
public record ApiView(String summary, List<Operation> operations) {
  public ApiView {
    requireNonNull(summary, "summary is null");
    operations = List.copyOf(operations);
  }

  /**
   * One way to ask.
   *
   * @param body an example of what is sent, as JSON; empty where nothing is
   * @param example of how to ask, for a shell
   */
  public record Operation(
      String method,
      String path,
      String summary,
      String description,
      List<Field> parameters,
      List<Field> answers,
      String body,
      String example) {
    public Operation {
      parameters = List.copyOf(parameters);
      answers = List.copyOf(answers);
    }

    /** To link to it. */
    public String anchor() {
      return (method + path).toLowerCase(Locale.ROOT).replaceAll("[^a-z]+", "-");
    }
  }

  /** A name and what it means. */
  public record Field(String name, String kind, String meaning) {}

  static ApiView of(JsonNode document) {
    List<Operation> operations = new ArrayList<>();
    for (Map.Entry<String, JsonNode> path : document.path("paths").properties()) {
      for (Map.Entry<String, JsonNode> operation : path.getValue().properties()) {
        operations.add(
            operation(document, operation.getKey(), path.getKey(), operation.getValue()));
      }
    }
    return new ApiView(document.at("/info/description").asText(), operations);
  }

  private static Operation operation(
      JsonNode document, String method, String path, JsonNode operation) {
    JsonNode body = operation.at("/requestBody/content/application~1json/example");
    return new Operation(
        method.toUpperCase(Locale.ROOT),
        path,
        operation.path("summary").asText(),
        operation.path("description").asText(),
        StreamSupport.stream(operation.path("parameters").spliterator(), false)
            .map(ApiView::parameter)
            .toList(),
        operation.path("responses").properties().stream()
            .map(answer -> answer(document, answer.getKey(), answer.getValue()))
            .toList(),
        body.isMissingNode() ? "" : body.toPrettyString(),
        operation.path("x-example").asText());
  }

  private static Field parameter(JsonNode parameter) {
    String kind = parameter.at("/schema/type").asText();
    boolean bounded = parameter.path("schema").has("maximum");
    return new Field(
        parameter.path("name").asText(),
        bounded
            ? "%s %d–%d"
                .formatted(
                    kind,
                    parameter.at("/schema/minimum").asInt(),
                    parameter.at("/schema/maximum").asInt())
            : kind,
        parameter.path("description").asText());
  }

  private static Field answer(JsonNode document, String status, JsonNode answer) {
    String reference = answer.path("$ref").asText();
    JsonNode meant = reference.isEmpty() ? answer : document.at(reference.substring(1));
    return new Field(status, "", meant.path("description").asText());
  }
}
