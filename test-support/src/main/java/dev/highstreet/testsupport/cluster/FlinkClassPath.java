package dev.highstreet.testsupport.cluster;

import java.io.File;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Flink and what it needs, out of a larger class path: about what is in {@code lib/} of its
 * distribution. Neither Highstreet nor what the jobs' jar brings along, so that a job which leans
 * on the test's class path fails.
 */
final class FlinkClassPath {
  private static final Pattern ARTIFACT = Pattern.compile("(.+?)-\\d[^/]*?(-tests)?\\.jar");

  private static final Set<String> NOT_IN_A_DISTRIBUTION =
      Set.of("flink-connector-kafka", "flink-avro");

  private static final Set<String> NEEDED =
      Set.of(
          "async-profiler",
          "commons-cli",
          "commons-codec",
          "commons-collections",
          "commons-compress",
          "commons-io",
          "commons-lang3",
          "commons-math3",
          "commons-text",
          "javassist",
          "jsr305",
          "kryo",
          "log4j-api",
          "log4j-core",
          "log4j-slf4j2-impl",
          "lz4-java",
          "minlog",
          "objenesis",
          "reflectasm",
          "slf4j-api",
          "snakeyaml-engine",
          "snappy-java");

  private FlinkClassPath() {}

  /** The entries to keep, in their order, as a class path. */
  static String of(String classPath) {
    return Pattern.compile(File.pathSeparator, Pattern.LITERAL)
        .splitAsStream(classPath)
        .filter(entry -> belongs(new File(entry).getName()))
        .collect(Collectors.joining(File.pathSeparator));
  }

  private static boolean belongs(String file) {
    Matcher parts = ARTIFACT.matcher(file);
    if (!parts.matches() || parts.group(2) != null) {
      return false;
    }
    String artifact = parts.group(1);
    return NEEDED.contains(artifact)
        || (artifact.startsWith("flink-") && !NOT_IN_A_DISTRIBUTION.contains(artifact));
  }
}
