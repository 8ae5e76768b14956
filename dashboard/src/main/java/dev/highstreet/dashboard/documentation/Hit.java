package dev.highstreet.dashboard.documentation;

import static java.util.Objects.requireNonNull;

/**
 * A part of a page that has to do with a query.
 *
 * @param address of that part
 * @param place the chapter, and the page if the heading is not its title
 * @param heading of the part; the page's title for what comes before the first heading
 * @param excerpt some of what it says
 */
public record Hit(String address, String place, Excerpt heading, Excerpt excerpt) {
  public Hit {
    requireNonNull(address, "address is null");
    requireNonNull(place, "place is null");
    requireNonNull(heading, "heading is null");
    requireNonNull(excerpt, "excerpt is null");
  }

  static Hit of(Page page, Section section, Query query) {
    return new Hit(
        section.anchor().isEmpty() ? page.address() : page.address() + "#" + section.anchor(),
        place(page, section),
        Excerpt.whole(section.heading(), query),
        Excerpt.best(section.text(), query));
  }

  private static String place(Page page, Section section) {
    boolean said = page.title().equals(page.chapter()) || page.title().equals(section.heading());
    return said ? page.chapter() : page.chapter() + " · " + page.title();
  }
}
