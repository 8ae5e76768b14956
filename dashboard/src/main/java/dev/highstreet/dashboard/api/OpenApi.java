package dev.highstreet.dashboard.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.javalin.http.Context;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

/** The description of all of it, OpenAPI 3.1, as it lies in {@code openapi.json}. */
final class OpenApi {
  private final JsonNode document;
  private final String text;

  private OpenApi(JsonNode document) {
    this.document = document;
    this.text = document.toString();
  }

  static OpenApi load() {
    try (InputStream file = OpenApi.class.getResourceAsStream("openapi.json")) {
      return new OpenApi(new ObjectMapper().readTree(file));
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read openapi.json", e);
    }
  }

  JsonNode document() {
    return document;
  }

  void answer(Context request) {
    request.contentType("application/json").result(text);
  }
}
