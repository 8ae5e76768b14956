package dev.highstreet.testsupport;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;

/**
 * A server on a temporary directory, started by the first test class that asks for it; JUnit closes
 * it after the last test of the JVM.
 */
final class SharedServer implements AutoCloseable {
  private static final Namespace NAMESPACE = Namespace.create(SharedServer.class);

  private final Object server;
  private final Runnable stop;
  private final Path directory;

  private SharedServer(Object server, Runnable stop, Path directory) {
    this.server = server;
    this.stop = stop;
    this.directory = directory;
  }

  /** The one server of a type in this JVM. */
  static <S> S of(
      ExtensionContext context, Class<S> type, Function<Path, S> start, Consumer<S> stop) {
    SharedServer shared =
        context
            .getRoot()
            .getStore(NAMESPACE)
            .getOrComputeIfAbsent(type, key -> started(type, start, stop), SharedServer.class);
    return type.cast(shared.server);
  }

  private static <S> SharedServer started(
      Class<S> type, Function<Path, S> start, Consumer<S> stop) {
    try {
      Path directory = Files.createTempDirectory("highstreet-" + type.getSimpleName());
      S server = start.apply(directory);
      return new SharedServer(server, () -> stop.accept(server), directory);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() throws IOException {
    stop.run();
    try (Stream<Path> paths = Files.walk(directory)) {
      for (Path path : paths.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(path);
      }
    }
  }
}
