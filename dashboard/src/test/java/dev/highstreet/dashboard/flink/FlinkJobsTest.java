package dev.highstreet.dashboard.flink;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.highstreet.dashboard.shell.SettableClock;
import dev.highstreet.dashboard.shell.Unavailable;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class FlinkJobsTest {
  private final AnsweringFlink flink = new AnsweringFlink();

  @AfterEach
  void close() {
    flink.close();
  }

  @Test
  void newestJobComesFirst() {
    flink.answer(
        "/jobs/overview",
        """
        {"jobs":[
          {"jid":"a","name":"Sales marts, live (run 1)","state":"FAILED","start-time":1000,"tasks":{"total":19,"running":0}},
          {"jid":"b","name":"Sales marts, live (run 2)","state":"RUNNING","start-time":2000,"tasks":{"total":19,"running":19}}]}
        """);

    assertThat(jobs().read())
        .containsExactly(
            new FlinkJob(
                "b", "Sales marts, live (run 2)", "RUNNING", Instant.ofEpochMilli(2000), 19, 19),
            new FlinkJob(
                "a", "Sales marts, live (run 1)", "FAILED", Instant.ofEpochMilli(1000), 0, 19));
    assertThat(jobs().read().get(1).troubled()).isTrue();
    assertThat(jobs().read().get(1).ended()).isTrue();
  }

  @Test
  void clusterWithoutJobsHasNone() {
    assertThat(jobs().read()).isEmpty();
  }

  @Test
  void errorOfTheClusterIsSaidInWords() {
    flink.status(503);

    assertThatThrownBy(() -> jobs().read())
        .isInstanceOf(Unavailable.class)
        .hasMessageContaining("Flink does not answer")
        .hasMessageContaining("status 503");
  }

  @Test
  void whatIsNotFlinkIsSaidInWords() {
    flink.answer("/jobs/overview", "<html>");

    assertThatThrownBy(() -> jobs().read())
        .isInstanceOf(Unavailable.class)
        .hasMessageContaining("answered, but not as Flink does");
  }

  private FlinkJobs jobs() {
    return new FlinkJobs(new FlinkRest(flink.address(), new SettableClock()));
  }
}
