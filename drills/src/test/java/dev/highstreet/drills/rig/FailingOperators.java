package dev.highstreet.drills.rig;

import dev.highstreet.drills.agent.FaultAgent;
import dev.highstreet.drills.agent.FaultPoint;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.stream.Stream;
import net.bytebuddy.agent.builder.AgentBuilder;

/**
 * Lets operators of a running job fail, in the processes of a Flink that were started with {@link
 * #environment}.
 */
public final class FailingOperators {
  private final Path directory;
  private final Path jar;

  private FailingOperators(Path directory, Path jar) {
    this.directory = directory;
    this.jar = jar;
  }

  /**
   * An operator of a job.
   *
   * @param id as Flink derives it from the operator's uid
   * @param name as the web UI shows it
   */
  public record Operator(String id, String name) {}

  /** Makes the agent's jar in a directory. */
  public static FailingOperators in(Path directory) throws Exception {
    Files.createDirectories(directory.resolve("operators"));
    Files.createDirectories(directory.resolve("failed"));
    Path jar = directory.resolve("agent.jar");
    Manifest manifest = new Manifest();
    manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
    manifest.getMainAttributes().putValue("Premain-Class", FaultAgent.class.getName());
    URI library = AgentBuilder.class.getProtectionDomain().getCodeSource().getLocation().toURI();
    manifest.getMainAttributes().put(Attributes.Name.CLASS_PATH, library.toString());
    try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(jar), manifest)) {
      for (Class<?> type :
          List.of(
              FaultAgent.class,
              FaultAgent.Opened.class,
              FaultAgent.Reached.class,
              FaultAgent.RestartSoon.class,
              FaultPoint.class)) {
        String file = type.getName().replace('.', '/') + ".class";
        out.putNextEntry(new JarEntry(file));
        try (InputStream content = type.getClassLoader().getResourceAsStream(file)) {
          content.transferTo(out);
        }
        out.closeEntry();
      }
    }
    return new FailingOperators(directory, jar);
  }

  /** What Flink's processes must be started with. */
  public Map<String, String> environment() {
    return Map.of("JAVA_TOOL_OPTIONS", "-javaagent:%s=%s".formatted(jar, directory));
  }

  /** Every operator of the job that has opened so far, by name. */
  public List<Operator> all() throws IOException {
    List<Operator> operators = new ArrayList<>();
    try (Stream<Path> files = Files.list(directory.resolve("operators"))) {
      for (Path file : files.sorted().toList()) {
        operators.add(new Operator(file.getFileName().toString(), Files.readString(file)));
      }
    }
    return operators;
  }

  /** Lets an operator fail at the so manieth record from now on, once. */
  public void arm(Operator operator, int record) throws IOException {
    Path order = directory.resolve("order");
    Files.write(order, List.of(operator.id(), Integer.toString(record)));
    Files.move(order, directory.resolve("armed"), StandardCopyOption.ATOMIC_MOVE);
  }

  /** Whether it has failed. */
  public boolean hasFailed(Operator operator) {
    return Files.exists(directory.resolve("failed").resolve(operator.id()));
  }
}
