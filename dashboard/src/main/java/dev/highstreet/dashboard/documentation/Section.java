package dev.highstreet.dashboard.documentation;

import static java.util.Objects.requireNonNull;

/**
 * A part of a page under one heading.
 *
 * @param anchor the heading's id; empty for what comes before the first one
 * @param heading in plain text; the page's title for what comes before the first one
 * @param level 1 for the page's title, 2 and up for headings
 * @param text all that it says, in plain text, apart from the heading
 */
public record Section(String anchor, String heading, int level, String text) {
  public Section {
    requireNonNull(anchor, "anchor is null");
    requireNonNull(heading, "heading is null");
    requireNonNull(text, "text is null");
    if (level < 1 || level > 6) {
      throw new IllegalArgumentException("level is " + level + ", but must be from 1 to 6");
    }
  }
}
