package dev.highstreet.dashboard.documentation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SearchIndexTest {
  private static final Library LIBRARY = Library.load();

  @ParameterizedTest
  @CsvSource({
    "backfill refused, /documentation/backfill#when-it-is-refused",
    "UNKNOWN_SCHEMA, /documentation/contract#reasons",
    "savepoint parallelism, /documentation/operations#stop-change-go-on",
    "newest run wins, /documentation/decisions/0007-the-newest-run-wins",
    "daily_sales_by_store, /documentation/marts/daily_sales_by_store",
    "reas, /documentation/contract#reasons"
  })
  void whatIsLookedForIsAmongTheFirstThree(String text, String address) {
    assertThat(addresses(text).stream().limit(3)).contains(address);
  }

  @Test
  void partWithAllWordsLeavesOutThoseWithSome() {
    List<Hit> hits = LIBRARY.find(Query.of("watermark savepoint"));

    assertThat(hits).isNotEmpty();
    assertThat(hits).first().satisfies(hit -> assertThat(marked(hit.excerpt())).isNotEmpty());
    assertThat(hits.size()).isLessThan(LIBRARY.find(Query.of("watermark")).size());
  }

  @Test
  void wordThatIsNowhereDoesNotHideTheOthers() {
    assertThat(addresses("reasons qqqqq")).contains("/documentation/contract#reasons");
  }

  @Test
  void wordsAreFoundInAnyCase() {
    assertThat(addresses("LaTeNeSs")).isEqualTo(addresses("lateness")).isNotEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", ".*", "(((", "\\", "qqqqq", "\u0000", "%_%", "'; DROP TABLE x; --\uD800"})
  void whatIsNoWordFindsNothingOrSomethingButNeverFails(String text) {
    assertThat(LIBRARY.find(Query.of(text))).isNotNull();
  }

  @Test
  void longQueryIsCutAtTwelveWords() {
    assertThat(Query.of("a b c d e f g h i j k l m n o".repeat(1000)).words()).hasSize(12);
  }

  @Test
  void everyPageIsFoundByItsTitle() {
    for (Page page : LIBRARY.pages()) {
      assertThat(addresses(page.title()).stream().map(SearchIndexTest::withoutAnchor))
          .as(page.title())
          .contains(page.address());
    }
  }

  private static List<String> addresses(String text) {
    return LIBRARY.find(Query.of(text)).stream().map(Hit::address).toList();
  }

  private static String withoutAnchor(String address) {
    int hash = address.indexOf('#');
    return hash < 0 ? address : address.substring(0, hash);
  }

  private static String marked(Excerpt excerpt) {
    return excerpt.pieces().stream()
        .filter(Excerpt.Piece::marked)
        .map(Excerpt.Piece::text)
        .collect(Collectors.joining(" "));
  }
}
