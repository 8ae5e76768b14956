package dev.highstreet.cli.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.highstreet.cli.Ran;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DoctorCommandTest {
  @TempDir Path directory;

  @Test
  void whatIsWrongComesWithWhatToDo() {
    Ran doctor = doctor("--data", directory.toString());
    assertThat(doctor.exitCode()).isEqualTo(1); // the tests' home has no jobs' jar
    assertThat(doctor.out().lines())
        .filteredOn(line -> line.startsWith("wrong"))
        .singleElement()
        .asString()
        .contains("highstreet-jobs.jar");
    assertThat(doctor.out()).contains("build it: mvn -DskipTests package");
  }

  @Test
  void serverThatDoesNotAnswerIsWrong() {
    Ran doctor = doctor("--flink", "http://127.0.0.1:1", "--data", directory.toString());
    assertThat(doctor.exitCode()).isEqualTo(1);
    assertThat(doctor.out()).contains("No Flink cluster answers at http://127.0.0.1:1");
  }

  @Test
  void machinesGetOneLine() throws Exception {
    Ran doctor = doctor("--json", "--data", directory.toString());
    JsonNode json = new ObjectMapper().readTree(doctor.out());
    assertThat(json.path("wrong").asInt()).isEqualTo(1);
    assertThat(json.findValuesAsText("subject")).contains("Java", "memory", "disk", "jobs");
  }

  private static Ran doctor(String... arguments) {
    return Ran.highstreet(
        Map.of("PATH", System.getenv("PATH")),
        Ran.AMPLE,
        Stream.concat(Stream.of("doctor"), Stream.of(arguments)).toArray(String[]::new));
  }
}
