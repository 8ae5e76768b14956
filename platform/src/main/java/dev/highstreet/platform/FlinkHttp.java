package dev.highstreet.platform;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;

/** Requests to a Flink cluster's REST interface: JSON in, JSON out, its errors as sentences. */
final class FlinkHttp {
  private static final Duration CONNECT = Duration.ofSeconds(5);
  private static final Duration ANSWER = Duration.ofMinutes(2);
  private static final String BOUNDARY = "highstreet-c1f2a6d0";

  private final HttpClient client =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).connectTimeout(CONNECT).build();
  private final ObjectMapper json = new ObjectMapper();
  private final String base;

  FlinkHttp(URI webUi) {
    String address = webUi.toString();
    this.base = address.endsWith("/") ? address.substring(0, address.length() - 1) : address;
  }

  JsonNode get(String path) throws FlinkRestException {
    return send(request(path).GET().build());
  }

  JsonNode post(String path, JsonNode body) throws FlinkRestException {
    return send(
        request(path)
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofString(body.toString()))
            .build());
  }

  void patch(String path, Duration within) throws FlinkRestException {
    send(request(path).timeout(within).method("PATCH", BodyPublishers.noBody()).build());
  }

  void delete(String path) throws FlinkRestException {
    send(request(path).DELETE().build());
  }

  JsonNode upload(String path, Path file) throws FlinkRestException {
    String head =
        "--%s\r\nContent-Disposition: form-data; name=\"jarfile\"; filename=\"%s\"\r\nContent-Type: application/x-java-archive\r\n\r\n"
            .formatted(BOUNDARY, file.getFileName());
    BodyPublisher content;
    try {
      content = BodyPublishers.ofFile(file);
    } catch (IOException e) {
      throw new FlinkRestException("There is no jar %s".formatted(file), e);
    }
    return send(
        request(path)
            .header("Content-Type", "multipart/form-data; boundary=" + BOUNDARY)
            .POST(
                BodyPublishers.concat(
                    BodyPublishers.ofString(head),
                    content,
                    BodyPublishers.ofString("\r\n--" + BOUNDARY + "--\r\n")))
            .build());
  }

  private HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(URI.create(base + path)).timeout(ANSWER);
  }

  private JsonNode send(HttpRequest request) throws FlinkRestException {
    HttpResponse<String> response;
    try {
      response = client.send(request, BodyHandlers.ofString());
    } catch (IOException e) {
      throw new FlinkRestException("No Flink cluster answers at %s".formatted(base), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new FlinkRestException("Interrupted while waiting for Flink at " + base, e);
    }
    try {
      JsonNode body = json.readTree(response.body());
      if (response.statusCode() >= 400) {
        throw refused(request, response.statusCode(), body);
      }
      return body;
    } catch (IOException e) {
      throw new FlinkRestException(
          "%s is not a Flink cluster: %s %s answered %d, and not in JSON"
              .formatted(base, request.method(), request.uri().getPath(), response.statusCode()),
          e);
    }
  }

  private FlinkRestException refused(HttpRequest request, int status, JsonNode body) {
    StringBuilder reasons = new StringBuilder();
    for (JsonNode error : body.path("errors")) {
      reasons.append(reasons.isEmpty() ? "" : "\n").append(error.asText());
    }
    return new FlinkRestException(
        "Flink at %s refused %s %s with status %d: %s"
            .formatted(
                base,
                request.method(),
                request.uri().getPath(),
                status,
                StackTraces.rootCause(reasons.toString())));
  }
}
