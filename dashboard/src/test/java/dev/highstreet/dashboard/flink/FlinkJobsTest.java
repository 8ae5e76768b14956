package dev.highstreet.dashboard.flink;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import dev.highstreet.dashboard.shell.Unavailable;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class FlinkJobsTest {
  private HttpServer cluster;
  private String answer = "{\"jobs\":[]}";
  private int status = 200;

  @BeforeEach
  void open() throws IOException {
    cluster = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    cluster.createContext(
        "/jobs/overview",
        exchange -> {
          byte[] body = answer.getBytes(StandardCharsets.UTF_8);
          exchange.sendResponseHeaders(status, body.length);
          exchange.getResponseBody().write(body);
          exchange.close();
        });
    cluster.start();
  }

  @AfterEach
  void close() {
    cluster.stop(0);
  }

  @Test
  void newestJobComesFirst() {
    answer =
        """
        {"jobs":[
          {"jid":"a","name":"Sales marts, live (run 1)","state":"FAILED","start-time":1000,"tasks":{"total":19,"running":0}},
          {"jid":"b","name":"Sales marts, live (run 2)","state":"RUNNING","start-time":2000,"tasks":{"total":19,"running":19}}]}
        """;

    assertThat(jobs().read())
        .containsExactly(
            new FlinkJob(
                "Sales marts, live (run 2)", "RUNNING", Instant.ofEpochMilli(2000), 19, 19),
            new FlinkJob("Sales marts, live (run 1)", "FAILED", Instant.ofEpochMilli(1000), 0, 19));
    assertThat(jobs().read().get(1).troubled()).isTrue();
  }

  @Test
  void clusterWithoutJobsHasNone() {
    assertThat(jobs().read()).isEmpty();
  }

  @Test
  void errorOfTheClusterIsSaidInWords() {
    status = 503;

    assertThatThrownBy(() -> jobs().read())
        .isInstanceOf(Unavailable.class)
        .hasMessageContaining("Flink does not answer")
        .hasMessageContaining("status 503");
  }

  @Test
  void whatIsNotFlinkIsSaidInWords() {
    answer = "<html>";

    assertThatThrownBy(() -> jobs().read())
        .isInstanceOf(Unavailable.class)
        .hasMessageContaining("answered, but not as Flink does");
  }

  private FlinkJobs jobs() {
    return new FlinkJobs(URI.create("http://127.0.0.1:" + cluster.getAddress().getPort()));
  }
}
