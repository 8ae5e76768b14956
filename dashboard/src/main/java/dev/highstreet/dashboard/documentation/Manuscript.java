package dev.highstreet.dashboard.documentation;

import static java.util.Objects.requireNonNull;

/**
 * A page before it is rendered.
 *
 * @param path where it is in the repository, or where it would be if somebody had written it by
 *     hand; links in it are relative to that
 * @param name its name in addresses, below {@code /documentation}; may have slashes
 * @param chapter the chapter that it belongs to
 * @param markdown its text
 * @param written true for a page that somebody wrote, false for one made of SQL files
 */
public record Manuscript(
    String path, String name, String chapter, String markdown, boolean written) {
  /** Where the pages are. */
  static final String ROOT = "/documentation";

  public Manuscript {
    requireNonNull(path, "path is null");
    requireNonNull(name, "name is null");
    requireNonNull(chapter, "chapter is null");
    requireNonNull(markdown, "markdown is null");
  }

  /** Its address. */
  public String address() {
    return ROOT + "/" + name;
  }
}
