package dev.highstreet.dashboard.documentation;

import static java.util.Objects.requireNonNull;

import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Code;
import org.commonmark.node.Image;
import org.commonmark.node.Link;
import org.commonmark.node.Node;
import org.commonmark.node.Text;

/**
 * Leads links between the repository's pages to where these are shown. What has no page here, such
 * as a source file, stays as words, with its path where the words do not name it. No picture is
 * loaded: its description stands in its place.
 */
final class LinkRewriter extends AbstractVisitor {
  private final Repository repository;
  private final String from;

  /**
   * Rewrites those of one page.
   *
   * @param from the page's path
   */
  LinkRewriter(Repository repository, String from) {
    this.repository = requireNonNull(repository, "repository is null");
    this.from = requireNonNull(from, "from is null");
  }

  @Override
  public void visit(Link link) {
    visitChildren(link);
    Repository.Target target = repository.target(from, link.getDestination());
    if (target instanceof Repository.OnPage page) {
      link.setDestination(page.address());
    } else if (target instanceof Repository.InRepository file) {
      if (!PlainText.of(link).contains(file.path())) {
        link.insertAfter(new Text(")"));
        link.insertAfter(new Code(file.path()));
        link.insertAfter(new Text(" ("));
      }
      unwrap(link);
    } else if (target instanceof Repository.Nowhere) {
      unwrap(link);
    }
  }

  @Override
  public void visit(Image image) {
    unwrap(image);
  }

  /** Leaves what is inside a node where the node was. */
  private static void unwrap(Node node) {
    while (node.getFirstChild() != null) {
      node.insertBefore(node.getFirstChild());
    }
    node.unlink();
  }
}
