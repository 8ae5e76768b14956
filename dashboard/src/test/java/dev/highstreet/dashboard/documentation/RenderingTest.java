package dev.highstreet.dashboard.documentation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RenderingTest {
  private static final Manuscript CONTRACT = manuscript("docs/contract.md", "# Contract");

  @Test
  void markupInAPageIsShownAsText() {
    assertThat(html("<script>alert(1)</script>\n\nA <b onclick=x>word</b>."))
        .doesNotContain("<script", "<b ")
        .contains("&lt;script&gt;", "&lt;b onclick=x&gt;");
  }

  @Test
  void noteToEditorsIsLeftOut() {
    assertThat(html("Before.\n\n<!-- ci: main -->\n\nAfter.")).doesNotContain("ci: main");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"javascript:alert(1)", "JAVASCRIPT:x", "data:text/html,x", "//elsewhere.example"})
  void addressThatIsNoPageIsLeftOut(String address) {
    assertThat(html("[words](" + address + ")")).contains("words").doesNotContain("<a ");
  }

  @ParameterizedTest
  @CsvSource({
    "contract.md, /documentation/contract",
    "contract.md#reasons, /documentation/contract#reasons",
    "../docs/contract.md, /documentation/contract",
    "#here, #here"
  })
  void linkBetweenPagesLeadsToWhereTheyAreShown(String written, String shown) {
    assertThat(html("[words](" + written + ")")).contains("<a href=\"" + shown + "\">words</a>");
  }

  @Test
  void linkToASourceFileBecomesItsPath() {
    assertThat(html("See [the list](../simulator/list.txt) and [`schemas`](../schemas)."))
        .contains("See the list (<code>simulator/list.txt</code>) and <code>schemas</code>.")
        .doesNotContain("<a ");
  }

  @Test
  void linkOutsideGivesNoHandleBack() {
    assertThat(html("[DuckDB](https://duckdb.org)"))
        .contains("<a href=\"https://duckdb.org\" rel=\"noopener\">");
  }

  @Test
  void pictureFromElsewhereIsNotLoaded() {
    assertThat(html("![A shop](https://elsewhere.example/shop.png)"))
        .contains("A shop")
        .doesNotContain("<img");
  }

  @Test
  void numbersInATableAreAlignedByAClass() {
    assertThat(html("| a | b |\n| --- | ---: |\n| x | 1 |"))
        .contains("<div class=\"scroll\" tabindex=\"0\">", "<td class=\"n\">1</td>", "<td>x</td>")
        .doesNotContain("style=", "align=");
  }

  @Test
  void headOfATableThatSaysNothingIsLeftOut() {
    assertThat(html("| | |\n| --- | --- |\n| a | b |"))
        .contains("<td>a</td>")
        .doesNotContain("<th");
    assertThat(html("| a | |\n| --- | --- |\n| b | c |")).contains("<th>a</th>\n<td></td>");
  }

  @Test
  void codeCanBeReachedWithTheKeyboard() {
    assertThat(html("```sql\nSELECT a < b\n```"))
        .contains("<pre tabindex=\"0\"><code>SELECT a &lt; b\n</code></pre>");
  }

  @Test
  void headingHasAnAnchorAsGitHubNamesIt() {
    Page page = page("## What is on its way?\n\nWords.\n\n## What is on its way?\n\nMore.");

    assertThat(page.html())
        .contains("<h2 id=\"what-is-on-its-way\">", "href=\"#what-is-on-its-way\"");
    assertThat(page.sections())
        .extracting(Section::anchor)
        .containsExactly("", "what-is-on-its-way", "what-is-on-its-way-1");
    assertThat(page.title()).isEqualTo("Title");
    assertThat(page.html()).doesNotContain("Title");
  }

  @Test
  void headingWithMarkupIsTextInItsLabel() {
    assertThat(html("## A \"quote\" & `<b>`"))
        .contains("aria-label=\"Link to “A &quot;quote&quot; &amp; &lt;b&gt;”\"");
  }

  @Test
  void sectionSaysItsTablesAndCodeInPlainText() {
    assertThat(
            page("Some *words*.\n\n| a | `b` |\n| --- | --- |\n| c | d |\n\n```\nx  y\n```")
                .sections())
        .containsExactly(new Section("", "Title", 1, "Some words. a · b c · d x y"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"No title", "# One\n\n# Two"})
  void pageWithoutOneTitleIsRefused(String markdown) {
    Manuscript manuscript = manuscript("docs/x.md", markdown);

    assertThatThrownBy(() -> rendering(manuscript).page(manuscript))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("docs/x.md has ");
  }

  private static String html(String markdown) {
    return page(markdown).html();
  }

  private static Page page(String markdown) {
    Manuscript manuscript = manuscript("docs/x.md", "# Title\n\n" + markdown);
    return rendering(manuscript).page(manuscript);
  }

  private static Rendering rendering(Manuscript manuscript) {
    return new Rendering(new Repository(List.of(manuscript, CONTRACT)));
  }

  private static Manuscript manuscript(String path, String markdown) {
    String name = path.substring("docs/".length(), path.length() - ".md".length());
    return new Manuscript(path, name, "Guides", markdown, true);
  }
}
