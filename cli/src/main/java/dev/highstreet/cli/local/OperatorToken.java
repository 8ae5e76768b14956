package dev.highstreet.cli.local;

import dev.highstreet.cli.console.CommandException;
import dev.highstreet.cli.console.FileProblem;
import dev.highstreet.cli.console.Surroundings;
import dev.highstreet.dashboard.AccessEnvironment;
import dev.highstreet.dashboard.access.AccessRules;
import dev.highstreet.dashboard.access.Token;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * With what a person may change things on the pages: a token of the environment, or else one that
 * is made for a folder of data and kept there, for its owner's eyes only.
 *
 * @param rules who may read and who may change
 * @param file where the token is kept; empty if it comes from the environment
 */
record OperatorToken(AccessRules rules, Optional<Path> file) {
  /**
   * Reads the environment, and makes a token where it names none.
   *
   * @throws CommandException if a variable is wrong, or the file can neither be read nor written
   */
  static OperatorToken of(Surroundings surroundings, DataDirectory data) {
    Map<String, String> environment = new HashMap<>();
    for (String name :
        new String[] {
          AccessEnvironment.OPERATOR_TOKEN,
          AccessEnvironment.VIEWER_TOKEN,
          AccessEnvironment.READING,
          AccessEnvironment.WEBHOOK_SECRET
        }) {
      surroundings.variable(name).ifPresent(value -> environment.put(name, value));
    }
    Optional<Path> file =
        environment.containsKey(AccessEnvironment.OPERATOR_TOKEN)
            ? Optional.empty()
            : Optional.of(data.operatorToken());
    file.ifPresent(kept -> environment.put(AccessEnvironment.OPERATOR_TOKEN, kept(kept)));
    try {
      return new OperatorToken(AccessEnvironment.read(environment), file);
    } catch (IllegalArgumentException e) {
      throw CommandException.usedWrongly(e.getMessage(), e);
    }
  }

  private static String kept(Path file) {
    try {
      if (!Files.exists(file)) {
        Files.createFile(
            file,
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.writeString(file, Token.random() + "\n", StandardOpenOption.WRITE);
      }
      return Files.readString(file).strip();
    } catch (IOException e) {
      throw CommandException.usedWrongly(
          "cannot keep the operator's token in %s: %s; set %s instead"
              .formatted(file, FileProblem.describe(e), AccessEnvironment.OPERATOR_TOKEN),
          e);
    }
  }

  /** The line that says how to sign in. */
  String asText() {
    return "  sign in    as operator with the token in %s%n"
        .formatted(
            file.map(Path::toString).orElse("the variable " + AccessEnvironment.OPERATOR_TOKEN));
  }
}
