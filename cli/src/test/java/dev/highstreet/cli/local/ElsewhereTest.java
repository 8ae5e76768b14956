package dev.highstreet.cli.local;

import static org.assertj.core.api.Assertions.assertThat;

import dev.highstreet.cli.Ran;
import dev.highstreet.cli.console.Surroundings;
import java.net.URI;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ElsewhereTest {
  private static final String URL = "jdbc:postgresql://db:5432/highstreet";

  @Test
  void nothingIsElsewhereUnlessSaid() {
    assertThat(read(Map.of()).nothing()).isTrue();
  }

  @Test
  void blankVariableCountsAsUnset() {
    assertThat(read(Map.of("HIGHSTREET_KAFKA", " ", "HIGHSTREET_FLINK", "")).nothing()).isTrue();
  }

  @Test
  void environmentNamesServers() {
    Elsewhere elsewhere =
        read(
            Map.of(
                "HIGHSTREET_KAFKA", "kafka:9092,kafka2:9092",
                "HIGHSTREET_FLINK", "https://flink:8081",
                "HIGHSTREET_DB_URL", URL));
    assertThat(elsewhere.kafka()).contains("kafka:9092,kafka2:9092");
    assertThat(elsewhere.flink()).contains(URI.create("https://flink:8081"));
    assertThat(elsewhere.databases()).map(Databases::url).contains(URL);
    assertThat(elsewhere.everything()).isTrue();
  }

  @Test
  void optionWinsOverEnvironment() {
    ServerOptions options = new ServerOptions();
    options.kafka = "here:1";
    assertThat(Elsewhere.of(options, surroundings(Map.of("HIGHSTREET_KAFKA", "there:2"))).kafka())
        .contains("here:1");
  }

  @Test
  void everyoneIsTheWriterUnlessOtherPasswordsAreKnown() {
    Databases databases =
        read(Map.of("HIGHSTREET_DB_URL", URL, "HIGHSTREET_DB_PASSWORD", "w"))
            .databases()
            .orElseThrow();
    assertThat(databases.writer()).isEqualTo(new DatabaseLogin(URL, "highstreet_writer", "w"));
    assertThat(databases.reader()).isEqualTo(databases.writer());
    assertThat(databases.owner()).isEmpty();
  }

  @Test
  void rolesHavePasswordsOfTheirOwn() {
    Databases databases =
        read(Map.of(
                "HIGHSTREET_DB_URL", URL,
                "HIGHSTREET_DB_USER", "jobs",
                "HIGHSTREET_DB_PASSWORD", "w",
                "HIGHSTREET_READER_PASSWORD", "r",
                "HIGHSTREET_OWNER_PASSWORD", "o"))
            .databases()
            .orElseThrow();
    assertThat(databases.writer()).isEqualTo(new DatabaseLogin(URL, "jobs", "w"));
    assertThat(databases.reader()).isEqualTo(new DatabaseLogin(URL, "highstreet_reader", "r"));
    assertThat(databases.owner())
        .isEqualTo(Optional.of(new DatabaseLogin(URL, "highstreet_owner", "o")));
  }

  @Test
  void passwordIsNeverShown() {
    assertThat(new DatabaseLogin(URL, "jobs", "hunter2").toString())
        .contains("***")
        .doesNotContain("hunter2");
  }

  private static Elsewhere read(Map<String, String> environment) {
    return Elsewhere.of(new ServerOptions(), surroundings(environment));
  }

  private static Surroundings surroundings(Map<String, String> environment) {
    return new Surroundings(
        System.out, System.err, false, environment, Path.of(""), Ran.AMPLE, Instant.EPOCH);
  }
}
