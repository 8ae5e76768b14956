package dev.highstreet.platform;

import static org.assertj.core.api.Assertions.assertThat;

import dev.highstreet.schemas.Topic;
import dev.highstreet.sql.Roles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.apache.flink.runtime.util.EnvironmentInformation;
import org.apache.kafka.common.utils.AppInfoParser;
import org.flywaydb.core.internal.license.VersionPrinter;
import org.junit.jupiter.api.Test;

/** The containers in {@code infra/} are told by hand what the embedded platform knows. */
class ContainersTest {
  private static final Path INFRA = Path.of("..", "infra");

  @Test
  void containersRunTheVersionsThatTheBuildUses() throws IOException {
    String compose = read("docker-compose.yml");

    assertThat(found(compose, "image: apache/kafka:(\\S+)"))
        .isNotEmpty()
        .containsOnly(AppInfoParser.getVersion());
    assertThat(found(compose, "image: flyway/flyway:(\\S+)"))
        .containsExactly(VersionPrinter.getVersion());
    assertThat(found(read("flink/Dockerfile"), "FROM flink:(\\S+)-java17"))
        .containsExactly(EnvironmentInformation.getVersion());
  }

  @Test
  void containersGetEveryTopicOfTheContract() throws IOException {
    assertThat(found(read("kafka/create-topics.sh"), "(?m)^create (\\S+)"))
        .containsExactlyElementsOf(Arrays.stream(Topic.values()).map(Topic::topicName).toList());
  }

  @Test
  void containersGetTopicsLikeTheEmbeddedOnes() throws IOException {
    assertThat(read("kafka/create-topics.sh"))
        .contains("--partitions " + Topics.PARTITIONS)
        .contains("max.message.bytes=" + Topics.LARGEST_DEAD_LETTER);
  }

  @Test
  void everyRoleIsMadeWithAPasswordOfItsOwn() throws IOException {
    assertThat(found(read("postgres/roles.sh"), "CREATE ROLE (\\S+) LOGIN PASSWORD :'\\w+'"))
        .containsExactly(Roles.OWNER, Roles.WRITER, Roles.READER);
  }

  private static String read(String file) throws IOException {
    return Files.readString(INFRA.resolve(file));
  }

  private static List<String> found(String text, String pattern) {
    return Pattern.compile(pattern)
        .matcher(text)
        .results()
        .map((MatchResult match) -> match.group(1))
        .toList();
  }
}
