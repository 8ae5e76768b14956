package dev.highstreet.dashboard.documentation;

import static java.util.Objects.requireNonNull;

import java.util.Optional;

/**
 * One page with the way to the others.
 *
 * @param page what is read
 * @param library all that there is
 * @param before the page to read before; empty for the first
 * @param after the page to read next; empty for the last
 */
public record PageView(Page page, Library library, Optional<Page> before, Optional<Page> after) {
  public PageView {
    requireNonNull(page, "page is null");
    requireNonNull(library, "library is null");
    requireNonNull(before, "before is null");
    requireNonNull(after, "after is null");
  }

  static PageView of(Page page, Library library) {
    return new PageView(page, library, library.before(page), library.after(page));
  }
}
