package dev.highstreet.dashboard.documentation;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * What there is to read, in the order in which to read it. A page in {@code docs/} that is not
 * named here is a guide, so that a new one cannot be forgotten.
 */
final class Contents {
  static final String OVERVIEW = "Overview";
  static final String GUIDES = "Guides";
  static final String RIGHT = "How we know the numbers are right";
  static final String CONTRACT = "The contract";
  static final String MARTS = "Marts";
  static final String DECISIONS = "Decisions";

  static final String DECISIONS_FOLDER = "docs/decisions";
  static final String DECISIONS_INDEX = DECISIONS_FOLDER + "/README.md";
  static final String CONTRACT_PATH = "docs/contract.md";
  private static final String VERIFY_PATH = "docs/verify.md";

  private static final List<String> GUIDES_IN_ORDER =
      List.of(
          "docs/operations.md",
          "docs/access.md",
          "docs/orders-from-outside.md",
          "infra/README.md",
          "docs/simulator.md",
          "docs/replay.md",
          "docs/calibrate.md",
          "docs/backfill.md");

  private static final List<String> RIGHT_IN_ORDER =
      List.of(VERIFY_PATH, "docs/truth.md", "docs/drills.md");

  private Contents() {}

  /** All pages, chapter by chapter. */
  static List<Manuscript> of(SourceFiles files) {
    List<Manuscript> all = new ArrayList<>();
    all.add(written(files, "ARCHITECTURE.md", "architecture", OVERVIEW));
    all.add(written(files, "README.md", "readme", OVERVIEW));
    for (String path : guides(files.in("docs"))) {
      all.add(written(files, path, name(path), GUIDES));
    }
    all.add(written(files, "CONTRIBUTING.md", "contributing", GUIDES));
    for (String path : RIGHT_IN_ORDER) {
      all.add(written(files, path, name(path), RIGHT));
    }
    all.add(SqlPages.answerKey(files));
    all.add(SqlPages.dataTests(files));
    all.add(written(files, CONTRACT_PATH, name(CONTRACT_PATH), CONTRACT));
    all.addAll(MartPages.of(files));
    all.add(DecisionPages.index(files));
    for (String path : DecisionPages.paths(files)) {
      all.add(written(files, path, name(path), DECISIONS));
    }
    return List.copyOf(all);
  }

  /** Those of some pages in {@code docs/} that are guides, the known ones in their order first. */
  static Set<String> guides(List<String> docs) {
    Set<String> guides = new LinkedHashSet<>(GUIDES_IN_ORDER);
    docs.stream()
        .filter(path -> !path.startsWith(DECISIONS_FOLDER))
        .filter(path -> !RIGHT_IN_ORDER.contains(path) && !path.equals(CONTRACT_PATH))
        .forEach(guides::add);
    return guides;
  }

  private static Manuscript written(SourceFiles files, String path, String name, String chapter) {
    return new Manuscript(path, name, chapter, files.text(path), true);
  }

  private static String name(String path) {
    return path.equals("infra/README.md")
        ? "containers"
        : path.substring("docs/".length(), path.length() - ".md".length());
  }
}
