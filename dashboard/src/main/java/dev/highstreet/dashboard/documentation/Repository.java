package dev.highstreet.dashboard.documentation;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/** Where a link in the repository leads once its pages are shown here. */
final class Repository {
  private static final Pattern SCHEME = Pattern.compile("^[A-Za-z][A-Za-z0-9+.-]*:.*");
  private static final List<String> SCHEMES = List.of("https:", "http:");

  /** Folders and files that are no page, and the page that shows them. */
  private static final Map<String, String> SHOWN_BY =
      Map.of(
          "docs/decisions", Contents.DECISIONS_INDEX,
          "infra", "infra/README.md",
          "sql/checks", SqlPages.DATA_TESTS,
          "sql/migrations", MartPages.INDEX,
          "sql/truth", SqlPages.ANSWER_KEY,
          "sql/truth/file.sql", SqlPages.ANSWER_KEY + "#" + SqlPages.FILE_ANCHOR);

  private final Map<String, String> addresses = new HashMap<>();

  Repository(List<Manuscript> pages) {
    pages.forEach(page -> addresses.put(page.path(), page.address()));
  }

  /** Where a link leads. */
  sealed interface Target {}

  /** To a page of ours, or a part of one. */
  record OnPage(String address) implements Target {}

  /** Out into the world. */
  record Outside(String address) implements Target {}

  /** To a file or folder of the repository that has no page. */
  record InRepository(String path) implements Target {}

  /** Nowhere that a reader could go. */
  record Nowhere() implements Target {}

  /**
   * Where it leads.
   *
   * @param from path of the page that has the link
   * @param destination what the link says
   */
  Target target(String from, String destination) {
    if (SCHEME.matcher(destination).matches()) {
      return SCHEMES.stream().anyMatch(destination.toLowerCase(Locale.ROOT)::startsWith)
          ? new Outside(destination)
          : new Nowhere();
    }
    if (destination.isEmpty() || destination.startsWith("/")) {
      return new Nowhere();
    }
    if (destination.startsWith("#")) {
      return new OnPage(destination);
    }
    int hash = destination.indexOf('#');
    String fragment = hash < 0 ? "" : destination.substring(hash);
    String file = hash < 0 ? destination : destination.substring(0, hash);
    try {
      return inside(Path.of(from).resolveSibling(file).normalize().toString(), fragment);
    } catch (InvalidPathException e) {
      return new Nowhere();
    }
  }

  private Target inside(String path, String fragment) {
    String shown = SHOWN_BY.getOrDefault(path, path) + fragment;
    int hash = shown.indexOf('#');
    String page = hash < 0 ? shown : shown.substring(0, hash);
    String address = addresses.get(page);
    if (address != null) {
      return new OnPage(hash < 0 ? address : address + shown.substring(hash));
    }
    return path.startsWith("..") ? new Nowhere() : new InRepository(path);
  }
}
