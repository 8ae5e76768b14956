package dev.highstreet.dashboard.documentation;

import static java.util.Objects.requireNonNull;

import gg.jte.Content;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A page as it is shown.
 *
 * @param manuscript what it was made of
 * @param title in plain text
 * @param html everything below the title; safe to be written into a page as it is
 * @param sections its parts in turn, the first one without a heading
 */
public record Page(Manuscript manuscript, String title, String html, List<Section> sections) {
  private static final String QUESTION = "Question. ";
  private static final int LONGEST_SUMMARY = 180;

  public Page {
    requireNonNull(manuscript, "manuscript is null");
    requireNonNull(title, "title is null");
    requireNonNull(html, "html is null");
    sections = List.copyOf(sections);
  }

  /** Its address. */
  public String address() {
    return manuscript.address();
  }

  /** The chapter that it belongs to. */
  public String chapter() {
    return manuscript.chapter();
  }

  /** Where it is in the repository; empty for a page that is made of others. */
  public String source() {
    return manuscript.written() ? manuscript.path() : "";
  }

  /** Everything below the title, for a template. */
  public Content body() {
    return output -> output.writeContent(html);
  }

  /** Headings of the second level. */
  public List<Section> outline() {
    return sections.stream().filter(section -> section.level() == 2).toList();
  }

  /**
   * Its first sentence, or as much of it as a list has room for: of a decision, the question; of a
   * page that begins with a heading, its headings.
   */
  public String summary() {
    String text = sections.get(0).text();
    if (text.isEmpty()) {
      return Excerpt.shortened(
          outline().stream().map(Section::heading).collect(Collectors.joining(" · ")),
          LONGEST_SUMMARY);
    }
    if (text.startsWith(QUESTION)) {
      text = text.substring(QUESTION.length());
    }
    int stop = text.indexOf(". ");
    String sentence = stop < 0 ? text : text.substring(0, stop + 1);
    return Excerpt.shortened(sentence, LONGEST_SUMMARY);
  }
}
