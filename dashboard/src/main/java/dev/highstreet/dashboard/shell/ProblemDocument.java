package dev.highstreet.dashboard.shell;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.javalin.http.Context;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A problem as RFC 9457 writes it, {@code application/problem+json}: title, status, detail, the
 * path as instance, {@code since} for what gives no answer, and {@code errors}, one for each field
 * at fault.
 */
final class ProblemDocument {
  private static final ObjectMapper JSON = new ObjectMapper();

  private ProblemDocument() {}

  /** Whether who asks is a program. */
  static boolean isAskedFor(Context request) {
    boolean forPrograms =
        Stream.of("/api/", "/webhooks/").anyMatch(root -> request.path().startsWith(root));
    String accept = Optional.ofNullable(request.header("Accept")).orElse("");
    return forPrograms
        || accept.startsWith("application/json")
        || accept.startsWith("application/problem+json");
  }

  /** Makes it the answer. */
  static void answer(Context request, RequestProblem problem) {
    ObjectNode document =
        JSON.createObjectNode()
            .put("type", "about:blank")
            .put("title", problem.title())
            .put("status", problem.status().getCode())
            .put("detail", problem.getMessage())
            .put("instance", request.path());
    problem.since().ifPresent(since -> document.put("since", since.toString()));
    if (!problem.fields().isEmpty()) {
      ArrayNode errors = document.putArray("errors");
      for (FieldProblem field : problem.fields()) {
        errors
            .addObject()
            .put("field", field.field())
            .put("value", field.value())
            .put("allowed", field.allowed());
      }
    }
    request
        .status(problem.status())
        .contentType("application/problem+json")
        .result(document.toString());
  }
}
