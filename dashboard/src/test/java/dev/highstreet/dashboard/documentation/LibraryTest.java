package dev.highstreet.dashboard.documentation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The pages that there are, all of them. */
class LibraryTest {
  private static final Path HOUSE = Path.of("..");
  private static final Pattern HREF = Pattern.compile(" href=\"([^\"]+)\"");
  private static final Pattern ID = Pattern.compile(" id=\"([^\"]+)\"");
  private static final Pattern QUESTION_TO_COST =
      Pattern.compile(
          "(?s)# \\d+\\. .*\\n\\*\\*Question\\.\\*\\* .*\\n\\*\\*Choice\\.\\*\\* .*\\n\\*\\*Why\\.\\*\\* .*\\n\\*\\*What it costs\\.\\*\\* .*");

  private static final SourceFiles FILES = SourceFiles.load();
  private static final Library LIBRARY = Library.of(FILES);

  @Test
  void everyLinkLeadsToAPageAndToAPartThatIsThere() {
    Set<String> places = new HashSet<>(Set.of(Manuscript.ROOT));
    for (Page page : LIBRARY.pages()) {
      places.add(page.address());
      found(ID, page.html()).forEach(id -> places.add(page.address() + "#" + id));
    }
    List<String> dead = new ArrayList<>();
    int links = 0;
    for (Page page : LIBRARY.pages()) {
      for (String href : found(HREF, page.html())) {
        String whole = href.startsWith("#") ? page.address() + href : href;
        links++;
        if (!whole.startsWith("https://") && !places.contains(whole)) {
          dead.add(page.manuscript().path() + " → " + href);
        }
      }
    }

    assertThat(dead).isEmpty();
    assertThat(links).isGreaterThan(100);
  }

  @Test
  void everyPageInDocsIsInTheLibrary() throws IOException {
    try (Stream<Path> files = Files.walk(HOUSE.resolve("docs"))) {
      List<String> written =
          files
              .filter(file -> file.toString().endsWith(".md"))
              .map(file -> HOUSE.relativize(file).toString())
              .toList();

      assertThat(LIBRARY.pages()).extracting(Page::source).containsAll(written);
      assertThat(written).hasSizeGreaterThan(30);
    }
  }

  @Test
  void pageThatNobodyThoughtOfIsAGuide() {
    assertThat(
            Contents.guides(List.of("docs/contract.md", "docs/new.md", "docs/decisions/0001-x.md")))
        .contains("docs/new.md")
        .doesNotContain("docs/contract.md", "docs/decisions/0001-x.md");
  }

  @Test
  void everyFileIsAsItIsInTheRepository() throws IOException {
    for (String path : FILES.in("sql")) {
      assertThat(FILES.text(path)).isEqualTo(Files.readString(HOUSE.resolve(path)));
    }
    assertThat(FILES.in("sql/truth/mart")).hasSizeGreaterThan(10);
  }

  @Test
  void everyMartHasAPageWithItsColumnsItsTableAndItsAnswer() {
    List<Table> marts =
        Tables.of(FILES).stream().filter(table -> table.name().startsWith("mart.")).toList();

    assertThat(marts).hasSizeGreaterThan(10);
    for (Table mart : marts) {
      Page page = LIBRARY.page("marts/" + mart.shortName()).orElseThrow();
      assertThat(page.html())
          .contains("CREATE TABLE " + mart.name() + " (", "FROM movements GROUP BY ALL")
          .doesNotContain("<td>–</td>");
      for (Column column : mart.columns()) {
        assertThat(page.html()).contains("<td><code>" + column.name() + "</code></td>");
      }
    }
  }

  @Test
  void everyDecisionAsksChoosesExplainsAndSaysWhatItCosts() {
    for (String path : DecisionPages.paths(FILES)) {
      assertThat(FILES.text(path)).as(path).matches(QUESTION_TO_COST);
    }
    assertThat(LIBRARY.page("decisions").orElseThrow().html())
        .contains("The newest run wins", "A job restarted from an old savepoint");
  }

  @Test
  void nothingHasAStyleOrAScriptOfItsOwn() {
    for (Page page : LIBRARY.pages()) {
      assertThat(page.html())
          .as(page.title())
          .doesNotContainPattern("<[^>]* (style|on[a-z]+)=")
          .doesNotContain("<script", "<style", "<img", "<iframe");
    }
  }

  @Test
  void drawingNamesOnlyWhatTheArchitectureNames() {
    String architecture = FILES.text("ARCHITECTURE.md");

    List<String> names = found(Pattern.compile("<text[^>]*>([^<]+)</text>"), Drawing.svg());

    assertThat(names).hasSizeGreaterThan(15);
    for (String name : names) {
      for (Word word : Word.in(name)) {
        assertThat(architecture.toLowerCase(Locale.ROOT)).contains(word.lower());
      }
    }
    assertThat(LIBRARY.page("architecture").orElseThrow().html())
        .contains("<svg viewBox", "role=\"img\"");
  }

  @Test
  void everyPageIsReadAfterTheOneBefore() {
    Page first = LIBRARY.pages().get(0);
    int read = 1;
    for (Page page = first; LIBRARY.after(page).isPresent(); read++) {
      Page next = LIBRARY.after(page).get();
      assertThat(LIBRARY.before(next)).contains(page);
      page = next;
    }

    assertThat(read).isEqualTo(LIBRARY.pages().size());
    assertThat(LIBRARY.before(first)).isEmpty();
  }

  private static List<String> found(Pattern pattern, String text) {
    return pattern.matcher(text).results().map((MatchResult match) -> match.group(1)).toList();
  }
}
