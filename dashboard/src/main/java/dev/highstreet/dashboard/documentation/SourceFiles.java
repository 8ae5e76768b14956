package dev.highstreet.dashboard.documentation;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.JarURLConnection;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * The pages and SQL files that the build puts beside this class, by their path in the repository,
 * such as {@code docs/contract.md}; sorted by it.
 */
final class SourceFiles {
  private static final String ROOT = "sources";
  private static final String ALWAYS_THERE = "ARCHITECTURE.md";

  private final SortedMap<String, String> texts;

  private SourceFiles(Map<String, String> texts) {
    this.texts = Collections.unmodifiableSortedMap(new TreeMap<>(texts));
  }

  /** Some files, by their paths. */
  static SourceFiles of(Map<String, String> texts) {
    return new SourceFiles(texts);
  }

  /**
   * Those that the build put there, in a jar or a folder.
   *
   * @throws IllegalStateException if it put none there
   */
  static SourceFiles load() {
    URL known = SourceFiles.class.getResource(ROOT + "/" + ALWAYS_THERE);
    if (known == null) {
      throw new IllegalStateException(
          "the documentation is not on the class path: build the dashboard with Maven, which puts it there");
    }
    return beside(known);
  }

  /** All files in and below the folder, or the folder in a jar, in which one of them is. */
  static SourceFiles beside(URL known) {
    try {
      if (known.openConnection() instanceof JarURLConnection jar) {
        try (FileSystem inside = FileSystems.newFileSystem(Path.of(jar.getJarFileURL().toURI()))) {
          return below(inside.getPath(jar.getEntryName()).getParent());
        }
      }
      return below(Path.of(known.toURI()).getParent());
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read the documentation at " + known, e);
    } catch (URISyntaxException e) {
      throw new IllegalStateException("the class path has an address that is none: " + known, e);
    }
  }

  private static SourceFiles below(Path root) throws IOException {
    Map<String, String> texts = new TreeMap<>();
    try (Stream<Path> files = Files.walk(root)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        texts.put(root.relativize(file).toString().replace('\\', '/'), Files.readString(file));
      }
    }
    return new SourceFiles(texts);
  }

  /**
   * The text of a file.
   *
   * @throws IllegalArgumentException if there is no such file
   */
  String text(String path) {
    String text = texts.get(path);
    if (text == null) {
      throw new IllegalArgumentException("no file " + path + " in the documentation");
    }
    return text;
  }

  /** The paths of all files in a folder and below it, sorted. */
  List<String> in(String folder) {
    return texts.keySet().stream().filter(path -> path.startsWith(folder + "/")).toList();
  }
}
