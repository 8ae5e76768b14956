package dev.highstreet.dashboard.documentation;

import static java.util.Objects.requireNonNull;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.Heading;
import org.commonmark.node.Node;
import org.commonmark.renderer.NodeRenderer;
import org.commonmark.renderer.html.AttributeProvider;
import org.commonmark.renderer.html.HtmlNodeRendererContext;
import org.commonmark.renderer.html.HtmlWriter;

/**
 * What is written otherwise than usual: headings with an anchor of their own, tables and code that
 * scroll by themselves and can be reached with the keyboard, and the drawing.
 */
final class PageHtml implements NodeRenderer {
  private final HtmlNodeRendererContext context;
  private final HtmlWriter html;
  private final Headings headings;

  PageHtml(HtmlNodeRendererContext context, Headings headings) {
    this.context = requireNonNull(context, "context is null");
    this.html = context.getWriter();
    this.headings = requireNonNull(headings, "headings is null");
  }

  @Override
  public Set<Class<? extends Node>> getNodeTypes() {
    return Set.of(Heading.class, FencedCodeBlock.class, Scrolling.class);
  }

  @Override
  public void render(Node node) {
    if (node instanceof Heading heading) {
      heading(heading);
    } else if (node instanceof FencedCodeBlock code) {
      code(code);
    } else {
      html.line();
      html.tag("div", scrolling("scroll"));
      children(node);
      html.tag("/div");
      html.line();
    }
  }

  private void heading(Heading heading) {
    String id = headings.id(heading);
    String tag = "h" + heading.getLevel();
    html.line();
    html.tag(tag, Map.of("id", id));
    children(heading);
    html.text(" ");
    Map<String, String> anchor = new LinkedHashMap<>();
    anchor.put("class", "anchor");
    anchor.put("href", "#" + id);
    anchor.put("aria-label", "Link to “" + PlainText.of(heading) + "”");
    html.tag("a", anchor);
    html.text("#");
    html.tag("/a");
    html.tag("/" + tag);
    html.line();
  }

  private void code(FencedCodeBlock code) {
    if (!Drawing.INFO.equals(code.getInfo())) {
      preformatted(code.getLiteral());
      return;
    }
    html.line();
    html.tag("figure", scrolling("drawing scroll"));
    html.raw(Drawing.svg());
    html.tag("/figure");
    html.tag("details", Map.of("class", "in-characters"));
    html.tag("summary");
    html.text("The same in characters");
    html.tag("/summary");
    preformatted(code.getLiteral());
    html.tag("/details");
    html.line();
  }

  private void preformatted(String text) {
    html.line();
    html.tag("pre", Map.of("tabindex", "0"));
    html.tag("code");
    html.text(text);
    html.tag("/code");
    html.tag("/pre");
    html.line();
  }

  /** What scrolls has to take the focus, or nobody without a pointer can scroll it. */
  private static Map<String, String> scrolling(String classes) {
    Map<String, String> attributes = new LinkedHashMap<>();
    attributes.put("class", classes);
    attributes.put("tabindex", "0");
    return attributes;
  }

  private void children(Node node) {
    for (Node child = node.getFirstChild(); child != null; child = child.getNext()) {
      context.render(child);
    }
  }

  /** Attributes that the usual tags get, or lose: numbers are aligned by a class. */
  static AttributeProvider attributes() {
    return (node, tag, attributes) -> {
      if ("right".equals(attributes.remove("align"))) {
        attributes.put("class", "n");
      }
      if (tag.equals("a")) {
        attributes.remove("rel"); // nofollow, which is for what strangers write
        if (attributes.getOrDefault("href", "").startsWith("http")) {
          attributes.put("rel", "noopener");
        }
      }
    };
  }
}
