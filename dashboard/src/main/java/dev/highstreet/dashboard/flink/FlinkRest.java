package dev.highstreet.dashboard.flink;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.highstreet.dashboard.shell.Problem;
import dev.highstreet.dashboard.shell.Silence;
import dev.highstreet.dashboard.shell.Unavailable;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;

/** Asks a Flink cluster over its REST interface, and waits 1.5 s at most. */
final class FlinkRest {
  private static final Duration PATIENCE = Duration.ofMillis(1_500);
  private static final int OK = 200;
  private static final int NOT_FOUND = 404;
  private static final ObjectMapper JSON = new ObjectMapper();

  private final String base;
  private final Silence silence;

  /** Null while it answers. */
  private volatile Problem silent;

  private final HttpClient client = HttpClient.newBuilder().connectTimeout(PATIENCE).build();

  /** Asks nothing yet. */
  FlinkRest(URI rest, Clock clock) {
    String address = requireNonNull(rest, "rest is null").toString();
    this.base = address.endsWith("/") ? address : address + "/";
    this.silence = new Silence(clock);
  }

  /**
   * What it says.
   *
   * @param path below the interface's root, without a leading slash
   * @throws Unavailable if it does not answer within 1.5 s, or not in its way
   */
  JsonNode get(String path) {
    return find(path).orElseThrow(() -> silent("answered with status " + NOT_FOUND, null));
  }

  /** The same; empty if it knows no such thing, such as a job that is gone. */
  Optional<JsonNode> find(String path) {
    URI address = URI.create(base + path);
    try {
      HttpRequest request = HttpRequest.newBuilder(address).timeout(PATIENCE).build();
      HttpResponse<String> answer = client.send(request, HttpResponse.BodyHandlers.ofString());
      if (answer.statusCode() == NOT_FOUND) {
        return Optional.empty();
      }
      if (answer.statusCode() != OK) {
        throw silent("answered with status " + answer.statusCode(), null);
      }
      JsonNode said = JSON.readTree(answer.body());
      silence.ends();
      silent = null;
      return Optional.of(said);
    } catch (JsonProcessingException e) {
      throw silent("answered, but not as Flink does", e);
    } catch (IOException e) {
      throw silent("did not answer within 1.5 s", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw silent("was not waited for", e);
    }
  }

  /** That it gives no answer, and since when; empty while it does. Asks nothing. */
  Optional<Problem> silent() {
    return Optional.ofNullable(silent);
  }

  private Unavailable silent(String what, Exception cause) {
    Problem problem =
        new Problem(
            "Flink does not answer",
            URI.create(base).getAuthority() + " " + what + ". The rest goes on.");
    silent = silence.goesOn(problem);
    return new Unavailable(silent, cause);
  }
}
