package dev.highstreet.platform;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Optional;

/**
 * One run of an entry class of an uploaded jar.
 *
 * @param entryClass fully qualified, with a {@code main}
 * @param arguments what {@code main} is given; never a secret, the web UI shows them
 * @param savepointPath the savepoint or retained checkpoint to go on from
 */
public record JarRun(String entryClass, List<String> arguments, Optional<String> savepointPath) {
  public JarRun {
    requireNonNull(entryClass, "entryClass is null");
    arguments = List.copyOf(arguments);
    requireNonNull(savepointPath, "savepointPath is null");
  }

  /** A run that begins with empty state. */
  public static JarRun fresh(String entryClass, List<String> arguments) {
    return new JarRun(entryClass, arguments, Optional.empty());
  }

  /** The same run, going on from a savepoint or retained checkpoint. */
  public JarRun from(String savepoint) {
    return new JarRun(entryClass, arguments, Optional.of(savepoint));
  }
}
