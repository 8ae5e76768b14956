package dev.highstreet.dashboard.documentation;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.regex.Pattern;
import org.commonmark.Extension;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.HtmlBlock;
import org.commonmark.node.Node;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.HtmlRenderer;

/**
 * Turns Markdown, with GitHub's tables, into HTML. Markup in it is shown as text, addresses that
 * could run something are dropped, and nothing that is written has a style of its own.
 */
final class Rendering {
  private static final List<Extension> EXTENSIONS = List.of(TablesExtension.create());
  private static final Pattern COMMENT = Pattern.compile("(?s)\\s*<!--.*-->\\s*");

  private final Parser parser = Parser.builder().extensions(EXTENSIONS).build();
  private final Repository repository;

  Rendering(Repository repository) {
    this.repository = requireNonNull(repository, "repository is null");
  }

  /**
   * The page.
   *
   * @throws IllegalStateException if it has no title, or several
   */
  Page page(Manuscript manuscript) {
    Node document = parser.parse(manuscript.markdown());
    dropComments(document);
    Headings headings = Headings.of(document, manuscript.path());
    document.accept(new LinkRewriter(repository, manuscript.path()));
    List<Section> sections = headings.sections(document);
    Scrolling.wrapTables(document);
    HtmlRenderer renderer =
        HtmlRenderer.builder()
            .extensions(EXTENSIONS)
            .escapeHtml(true)
            .sanitizeUrls(true)
            .nodeRendererFactory(context -> new PageHtml(context, headings))
            .attributeProviderFactory(context -> PageHtml.attributes())
            .build();
    return new Page(manuscript, headings.title(), renderer.render(document), sections);
  }

  /** Notes to those who edit the page are not for its readers. */
  private static void dropComments(Node document) {
    document.accept(
        new AbstractVisitor() {
          @Override
          public void visit(HtmlBlock block) {
            if (COMMENT.matcher(block.getLiteral()).matches()) {
              block.unlink();
            }
          }
        });
  }
}
