package dev.highstreet.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class DocumentationTest {
  private static final Path HOUSE = Path.of("..").toAbsolutePath().normalize();
  private static final Set<String> NOT_OURS = Set.of(".git", ".highstreet", "target");
  private static final List<String> COMMANDS =
      List.of(
          "demo",
          "up",
          "replay",
          "simulate",
          "send",
          "calibrate",
          "control",
          "submit",
          "stop",
          "backfill",
          "dead-letters",
          "dead-letters list",
          "dead-letters show",
          "dead-letters replay",
          "check",
          "verify",
          "bench",
          "doctor");
  private static final String OPTION = "(?<![\\w-])(--[a-z][a-z-]+)";
  private static final Pattern LINK = Pattern.compile("\\]\\(([^)#:]+)(#[^)]*)?\\)");

  @Test
  void everyLinkBetweenPagesLeadsSomewhere() throws IOException {
    List<String> broken = new ArrayList<>();
    for (Path page : pages()) {
      LINK.matcher(Files.readString(page))
          .results()
          .map(link -> link.group(1))
          .filter(target -> !Files.exists(page.resolveSibling(target)))
          .forEach(target -> broken.add(HOUSE.relativize(page) + " → " + target));
    }
    assertThat(broken).isEmpty();
  }

  @Test
  void everyDecisionIsNumberedOnceAndInOrder() throws IOException {
    List<String> numbers =
        pages().stream()
            .filter(page -> page.startsWith(HOUSE.resolve("docs/decisions")))
            .map(page -> page.getFileName().toString())
            .filter(name -> !name.equals("README.md"))
            .map(name -> name.substring(0, 4))
            .sorted()
            .toList();

    for (int i = 0; i < numbers.size(); i++) {
      assertThat(numbers.get(i)).isEqualTo("%04d".formatted(i + 1));
    }
  }

  @Test
  void everyCommandThatAPageNamesExists() throws IOException {
    Set<String> named = new TreeSet<>();
    for (Path page : pages()) {
      named.addAll(found(Files.readString(page), "\\./highstreet ([a-z][a-z-]+)"));
    }

    assertThat(named).contains("replay").isSubsetOf(COMMANDS);
  }

  @Test
  void theContractNamesEveryOptionOfEveryCommandAndNoOther() throws IOException {
    Set<String> offered = new TreeSet<>();
    for (String command : COMMANDS) {
      offered.addAll(found(Ran.highstreet((command + " --help").split(" ")).out(), OPTION));
    }
    String contract = Files.readString(HOUSE.resolve("docs/contract.md"));

    assertThat(found(contract.substring(contract.indexOf("## Commands")), OPTION))
        .isEqualTo(offered);
  }

  private static Set<String> found(String text, String pattern) {
    Set<String> found = new TreeSet<>();
    Pattern.compile(pattern).matcher(text).results().forEach(match -> found.add(match.group(1)));
    return found;
  }

  private static List<Path> pages() throws IOException {
    List<Path> pages = new ArrayList<>();
    Files.walkFileTree(
        HOUSE,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult preVisitDirectory(Path directory, BasicFileAttributes attributes) {
            return NOT_OURS.contains(directory.getFileName().toString())
                ? FileVisitResult.SKIP_SUBTREE
                : FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
            if (file.toString().endsWith(".md")) {
              pages.add(file);
            }
            return FileVisitResult.CONTINUE;
          }
        });
    assertThat(pages).contains(HOUSE.resolve("README.md"));
    return pages;
  }
}
