package dev.highstreet.dashboard.documentation;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** All pages, rendered once, in the order in which to read them. */
public final class Library {
  private final List<Page> pages;
  private final Map<String, Page> byName = new LinkedHashMap<>();
  private final SearchIndex index;

  private Library(List<Page> pages) {
    this.pages = List.copyOf(pages);
    pages.forEach(page -> byName.put(page.manuscript().name(), page));
    this.index = new SearchIndex(this.pages);
  }

  /** The pages that the build put into the jar. */
  static Library load() {
    return of(SourceFiles.load());
  }

  /**
   * Some pages.
   *
   * @throws IllegalStateException if one lacks its title, or two have the same address
   */
  static Library of(SourceFiles files) {
    List<Manuscript> manuscripts = Contents.of(files);
    Rendering rendering = new Rendering(new Repository(manuscripts));
    Library library = new Library(manuscripts.stream().map(rendering::page).toList());
    if (library.byName.size() != manuscripts.size()) {
      throw new IllegalStateException("two pages of the documentation have the same address");
    }
    return library;
  }

  /** All of them. */
  public List<Page> pages() {
    return pages;
  }

  /** The pages of each chapter, in order. */
  public Map<String, List<Page>> chapters() {
    Map<String, List<Page>> chapters = new LinkedHashMap<>();
    pages.forEach(
        page -> chapters.computeIfAbsent(page.chapter(), key -> new ArrayList<>()).add(page));
    return chapters;
  }

  /**
   * The page of a name, if there is one.
   *
   * @param name below {@code /documentation}, compared letter by letter
   */
  Optional<Page> page(String name) {
    return Optional.ofNullable(byName.get(name));
  }

  /** The one to read before it; empty for the first. */
  Optional<Page> before(Page page) {
    int at = pages.indexOf(page);
    return at == 0 ? Optional.empty() : Optional.of(pages.get(at - 1));
  }

  /** The one to read after it; empty for the last. */
  Optional<Page> after(Page page) {
    int at = pages.indexOf(page);
    return at == pages.size() - 1 ? Optional.empty() : Optional.of(pages.get(at + 1));
  }

  /** The parts of pages that have to do with a query, best first. */
  List<Hit> find(Query query) {
    return index.find(query);
  }
}
