package dev.highstreet.dashboard.uploads;

import dev.highstreet.dashboard.intake.Problems;
import dev.highstreet.dashboard.shell.RequestProblem;
import java.util.regex.Pattern;

/** Names of files, which others choose. What is on disk is made of them, and is ours. */
final class FileName {
  private static final int LONGEST = 100;
  private static final Pattern OTHER = Pattern.compile("[^A-Za-z0-9._-]");
  private static final Pattern FIRST_DOTS = Pattern.compile("^[.]+");

  private FileName() {}

  /**
   * A name of letters, digits, dots, hyphens and underscores, that does not begin with a dot, and
   * has 100 characters at most; other characters become underscores.
   */
  static String onDisk(String given) {
    String plain = OTHER.matcher(given).replaceAll("_");
    String visible = FIRST_DOTS.matcher(plain).replaceFirst("_");
    String name = visible.isEmpty() ? "_" : visible;
    return name.length() <= LONGEST
        ? name
        : name.substring(name.length() - LONGEST).replaceFirst("^[.]", "_");
  }

  /**
   * The same of a name that a request brings, which has no business with folders.
   *
   * @throws RequestProblem 400 for one that is empty, names a folder, or has control characters
   */
  static String ofRequest(String given) {
    boolean path = given.contains("/") || given.contains("\\") || given.matches("[.]*");
    if (path || given.chars().anyMatch(Character::isISOControl)) {
      throw RequestProblem.wrongField(
          "file",
          Problems.printable(given),
          "a file whose name has a letter or a digit, and no slash, backslash or control character");
    }
    return onDisk(given);
  }
}
