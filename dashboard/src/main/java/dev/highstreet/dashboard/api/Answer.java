package dev.highstreet.dashboard.api;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.javalin.http.Context;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Answers in JSON. Amounts are text: what reads a JSON number makes a double of it. */
final class Answer {
  private static final ObjectMapper JSON = new ObjectMapper();

  private Answer() {}

  static ObjectNode object() {
    return JSON.createObjectNode();
  }

  /** {@code 12.50}: exact, without an exponent; null for null. */
  static String amount(BigDecimal pounds) {
    return pounds == null ? null : pounds.toPlainString();
  }

  static void send(Context request, ObjectNode answer) {
    request.contentType("application/json").result(answer.toString());
  }

  /**
   * A page of things.
   *
   * @param read what was read: one more than the page holds, if there are more
   * @param place what to ask for as {@code after}, to go on after a thing
   */
  static <T> ObjectNode page(
      String name,
      List<T> read,
      int limit,
      Function<T, ObjectNode> shape,
      Function<T, String> place) {
    ObjectNode answer = object();
    List<T> shown = read.subList(0, Math.min(limit, read.size()));
    ArrayNode things = answer.putArray(name);
    shown.forEach(thing -> things.add(shape.apply(thing)));
    return read.size() > limit
        ? answer.put("next", place.apply(shown.get(limit - 1)))
        : answer.putNull("next");
  }

  /** The last part of a path, as an id; empty for what can be no id. */
  static Optional<String> id(Context request, String name) {
    String id = request.pathParam(name);
    boolean possible =
        !id.isBlank() && id.length() <= 200 && id.chars().noneMatch(Character::isISOControl);
    return possible ? Optional.of(id) : Optional.empty();
  }
}
