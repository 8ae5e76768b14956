package dev.highstreet.cli.letters;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.highstreet.cli.Ran;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/**
 * The commands on letters in a database; what is sent is only said: nothing listens there.
 *
 * @param database where the letters are
 * @param directory for files, and for logs
 */
record LetterCommands(String database, Path directory) {
  private static final ObjectMapper JSON = new ObjectMapper();

  /** Changes the fields of an event. */
  @FunctionalInterface
  interface Mending {
    void mend(ObjectNode event);
  }

  Ran letters(String... arguments) {
    return letters(Arrays.stream(arguments));
  }

  Ran replay(String... arguments) {
    return letters(
        Stream.of(
                Stream.of("replay"),
                Arrays.stream(arguments),
                Stream.of("--dry-run", "--kafka", "localhost:1"))
            .flatMap(all -> all));
  }

  private Ran letters(Stream<String> arguments) {
    return Ran.highstreet(
        Stream.of(
                Stream.of("dead-letters"),
                arguments,
                Stream.of("--database", database, "--data", directory.toString()))
            .flatMap(all -> all)
            .toArray(String[]::new));
  }

  /** Where the letters are that are listed, in that order. */
  List<String> places(String... options) throws Exception {
    Ran list = letters(Stream.concat(Stream.of("list", "--json"), Arrays.stream(options)));
    assertThat(list.exitCode()).as(list.err()).isZero();
    return JSON.readTree(list.out()).path("letters").findValuesAsText("place");
  }

  /** What is shown of a letter, in the form to edit. */
  JsonNode shown(String place) throws Exception {
    return JSON.readTree(letters("show", place, "--json").out());
  }

  /** That, changed, in a file. */
  String event(String place, Mending mending) throws Exception {
    JsonNode shown = shown(place);
    mending.mend((ObjectNode) shown.path("event"));
    return Files.writeString(
            Files.createTempFile(directory, "event", ".json"),
            shown.toString(),
            StandardCharsets.UTF_8)
        .toString();
  }
}
