package dev.highstreet.dashboard.uploads;

import static java.util.Objects.requireNonNull;

import dev.highstreet.dashboard.shell.RequestProblem;
import io.javalin.http.HttpStatus;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The folder into which files are dropped. A file is in one of four: {@code incoming}, where people
 * and programs put it; {@code checking}, while it is read; {@code taken} or {@code refused}. From
 * one to the next it is renamed, so it is in one place at any moment, also when this process is
 * killed. One thread moves files; any may add one.
 */
final class DropFolder {
  /** The largest file. */
  static final long MOST_BYTES = 64L << 20;

  /** What the name of a file ends in that is still being written. */
  static final String PART = ".part";

  private static final int MOST_LISTED = 1_000;

  private final Path root;
  private final SecureRandom random = new SecureRandom();
  private Map<Path, Look> before = Map.of();

  DropFolder(Path root) {
    this.root = requireNonNull(root, "root is null");
  }

  /** How a file looked: whoever still writes it changes that. */
  private record Look(long size, long modifiedMillis) {}

  /** Where files are put by others. */
  Path incoming() {
    return root.resolve("incoming");
  }

  private Path checking() {
    return root.resolve("checking");
  }

  private Path ended(Upload.State state) {
    return root.resolve(state == Upload.State.TAKEN ? "taken" : "refused");
  }

  /** What locks it. */
  Path lockFile() {
    return root.resolve("lock");
  }

  /** Makes the folders that are not there. */
  void make() throws IOException {
    for (Path folder :
        List.of(incoming(), checking(), ended(Upload.State.TAKEN), ended(Upload.State.REFUSED))) {
      Files.createDirectories(folder);
    }
  }

  /** Moves each file of {@code incoming} that has not changed since the last look to be checked. */
  void collect() throws IOException {
    Map<Path, Look> now = new HashMap<>();
    for (Path path : list(incoming())) {
      Optional<Look> look = look(path);
      if (look.isPresent() && look.get().equals(before.get(path))) {
        move(path, checking().resolve(named(path.getFileName().toString()).onDisk()));
      } else {
        look.ifPresent(seen -> now.put(path, seen));
      }
    }
    before = now;
  }

  private DroppedFile named(String name) {
    return new DroppedFile(HexFormat.of().toHexDigits(random.nextLong()), FileName.onDisk(name));
  }

  /** The names of the files that wait for it, a thousand at most. */
  List<String> waiting() throws IOException {
    return list(incoming()).stream().map(path -> path.getFileName().toString()).sorted().toList();
  }

  /** Those to be checked, the oldest first, a thousand at most. */
  List<DroppedFile> toCheck() throws IOException {
    Map<DroppedFile, Long> found = new HashMap<>();
    for (Path path : list(checking())) {
      Optional<Look> look = look(path);
      Optional<DroppedFile> file = DroppedFile.at(path);
      if (look.isPresent() && file.isPresent()) {
        found.put(file.get(), look.get().modifiedMillis());
      }
    }
    return found.keySet().stream()
        .sorted(Comparator.<DroppedFile, Long>comparing(found::get).thenComparing(DroppedFile::id))
        .toList();
  }

  /** The files of a folder that are meant for us: no folders, no links, nothing half written. */
  private static List<Path> list(Path folder) throws IOException {
    List<Path> found = new ArrayList<>();
    try (Stream<Path> paths = Files.list(folder)) {
      for (Path path : (Iterable<Path>) paths::iterator) {
        String name = path.getFileName().toString();
        if (!name.startsWith(".")
            && !name.endsWith(PART)
            && Files.isRegularFile(path, LinkOption.NOFOLLOW_LINKS)
            && found.size() < MOST_LISTED) {
          found.add(path);
        }
      }
    }
    return found;
  }

  /** Empty if it is gone meanwhile. */
  private static Optional<Look> look(Path path) {
    try {
      BasicFileAttributes attributes =
          Files.readAttributes(path, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
      return Optional.of(new Look(attributes.size(), attributes.lastModifiedTime().toMillis()));
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  /** How large a file is that is being checked. */
  long size(DroppedFile file) throws IOException {
    return Files.size(checking().resolve(file.onDisk()));
  }

  /** Opens a file that is being checked. */
  InputStream open(DroppedFile file) throws IOException {
    return Files.newInputStream(checking().resolve(file.onDisk()), LinkOption.NOFOLLOW_LINKS);
  }

  /** Puts a file that was checked where it stays. */
  void end(DroppedFile file, Upload.State state) throws IOException {
    move(checking().resolve(file.onDisk()), ended(state).resolve(file.onDisk()));
  }

  /** Writes, beside where a refused file will be, why it was. */
  void report(DroppedFile file, String text) throws IOException {
    Path report = ended(Upload.State.REFUSED).resolve(file.report());
    Path part = report.resolveSibling("." + report.getFileName() + PART);
    Files.writeString(part, text, StandardCharsets.UTF_8);
    move(part, report);
  }

  /**
   * Adds a file that is to be checked at once. Nothing is left of one that breaks off.
   *
   * @param name one of {@link FileName}
   * @throws RequestProblem 413 if it is larger than 64 MB
   */
  DroppedFile receive(String name, InputStream content) throws IOException {
    DroppedFile file = named(name);
    receive(file, content);
    return file;
  }

  /** The same of one that has its id; one that is there already is replaced. */
  void receive(DroppedFile file, InputStream content) throws IOException {
    make();
    // no other process writes to it, should one still end that brings the same file
    String mark = HexFormat.of().toHexDigits(random.nextInt());
    Path part = checking().resolve(".%s.%s%s".formatted(file.onDisk(), mark, PART));
    try {
      try (OutputStream out = Files.newOutputStream(part)) {
        copy(content, out);
      }
      move(part, checking().resolve(file.onDisk()));
    } finally {
      boolean unused = Files.deleteIfExists(part);
    }
  }

  /** Whether it is being checked, or waits for that. */
  boolean isChecking(DroppedFile file) {
    return Files.exists(checking().resolve(file.onDisk()), LinkOption.NOFOLLOW_LINKS);
  }

  private static void copy(InputStream content, OutputStream out) throws IOException {
    byte[] buffer = new byte[1 << 16];
    long size = 0;
    for (int read = content.read(buffer); read >= 0; read = content.read(buffer)) {
      size += read;
      if (size > MOST_BYTES) {
        throw tooLarge();
      }
      out.write(buffer, 0, read);
    }
  }

  /** What is said of a file that is larger than may be. */
  static RequestProblem tooLarge() {
    return new RequestProblem(
        HttpStatus.CONTENT_TOO_LARGE,
        "The file is too large",
        "A file may have %d MB: drop it in several, or bring in history with ./highstreet backfill sales --files."
            .formatted(MOST_BYTES >> 20));
  }

  private static void move(Path from, Path to) throws IOException {
    Path unused = Files.move(from, to, StandardCopyOption.ATOMIC_MOVE);
  }
}
