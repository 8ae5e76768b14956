package dev.highstreet.dashboard.uploads;

import static java.util.Objects.requireNonNull;

import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A file that is on its way through the folders: {@code ID-NAME} in each of them.
 *
 * @param id 16 hexadecimal digits, which no other file has
 * @param name as it came, with other characters replaced
 */
record DroppedFile(String id, String name) {
  private static final Pattern ON_DISK = Pattern.compile("([0-9a-f]{16})-(.+)");

  DroppedFile {
    requireNonNull(id, "id is null");
    requireNonNull(name, "name is null");
  }

  /** The one at a path; empty if that is not named by us. */
  static Optional<DroppedFile> at(Path path) {
    Matcher matcher = ON_DISK.matcher(path.getFileName().toString());
    return matcher.matches()
        ? Optional.of(new DroppedFile(matcher.group(1), matcher.group(2)))
        : Optional.empty();
  }

  /** Its name on disk. */
  String onDisk() {
    return id + "-" + name;
  }

  /** That of the report beside it. */
  String report() {
    return onDisk() + ".report.csv";
  }
}
