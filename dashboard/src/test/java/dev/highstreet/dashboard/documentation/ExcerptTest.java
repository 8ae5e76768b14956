package dev.highstreet.dashboard.documentation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class ExcerptTest {
  @Test
  void marksWordsThatBeginAsAskedAndNoOthers() {
    assertThat(shown(Excerpt.whole("Late, later, belated: LATE", Query.of("late"))))
        .isEqualTo("[Late], [later], belated: [LATE]");
  }

  @Test
  void showsWhereMostOfItComesTogether() {
    String text =
        "late ".repeat(3) + "word ".repeat(100) + "the late days wait " + "word ".repeat(100);

    assertThat(shown(Excerpt.best(text, Query.of("late days"))))
        .startsWith("…")
        .endsWith("…")
        .contains("the [late] [days] wait");
  }

  @Test
  void keepsTheTextAsItIsWhereLowerCaseIsLonger() {
    // this letter becomes two in lower case
    assertThat(shown(Excerpt.whole("İİİ late", Query.of("late")))).isEqualTo("İİİ [late]");
  }

  @Test
  void textWithoutAnyOfItShowsItsBeginning() {
    assertThat(shown(Excerpt.best("Something else.", Query.of("late"))))
        .isEqualTo("Something else.");
  }

  @Test
  void sentenceThatIsTooLongEndsWithAWord() {
    assertThat(Excerpt.shortened("one two three", 9)).isEqualTo("one two…");
    assertThat(Excerpt.shortened("one two", 9)).isEqualTo("one two");
  }

  private static String shown(Excerpt excerpt) {
    return excerpt.pieces().stream()
        .map(piece -> piece.marked() ? "[" + piece.text() + "]" : piece.text())
        .collect(Collectors.joining());
  }
}
