package dev.highstreet.dashboard.documentation;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import org.commonmark.ext.heading.anchor.IdGenerator;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Heading;
import org.commonmark.node.Node;

/**
 * The headings of a page with their ids, as GitHub forms them: what links in the pages expect. The
 * title is taken out of the text, as it is shown above it.
 */
final class Headings {
  private final IdentityHashMap<Node, String> ids = new IdentityHashMap<>();
  private final String title;

  private Headings(String title) {
    this.title = title;
  }

  /**
   * Finds them.
   *
   * @throws IllegalStateException if the page has no title, or several
   */
  static Headings of(Node document, String path) {
    List<Heading> all = new ArrayList<>();
    document.accept(
        new AbstractVisitor() {
          @Override
          public void visit(Heading heading) {
            all.add(heading);
          }
        });
    List<Heading> titles = all.stream().filter(heading -> heading.getLevel() == 1).toList();
    if (titles.size() != 1) {
      throw new IllegalStateException(
          "%s has %d headings of the first level; it needs one, its title"
              .formatted(path, titles.size()));
    }
    Headings headings = new Headings(PlainText.of(titles.get(0)));
    IdGenerator generator = IdGenerator.builder().build();
    for (Heading heading : all) {
      headings.ids.put(heading, generator.generateId(PlainText.of(heading)));
    }
    titles.get(0).unlink();
    return headings;
  }

  /** The page's title, in plain text. */
  String title() {
    return title;
  }

  /** The id of a heading of this page. */
  String id(Heading heading) {
    return ids.get(heading);
  }

  /** The parts of the page in turn; the first one has no heading. */
  List<Section> sections(Node document) {
    List<Section> sections = new ArrayList<>();
    Heading current = null;
    StringBuilder text = new StringBuilder();
    for (Node node = document.getFirstChild(); node != null; node = node.getNext()) {
      if (node instanceof Heading next) {
        sections.add(section(current, text));
        current = next;
        text.setLength(0);
      } else {
        text.append(PlainText.of(node)).append(' ');
      }
    }
    sections.add(section(current, text));
    return List.copyOf(sections);
  }

  private Section section(Heading heading, CharSequence text) {
    String said = text.toString().strip();
    return heading == null
        ? new Section("", title, 1, said)
        : new Section(id(heading), PlainText.of(heading), heading.getLevel(), said);
  }
}
