package dev.highstreet.dashboard.documentation;

import java.util.regex.Pattern;
import org.commonmark.ext.gfm.tables.TableCell;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Code;
import org.commonmark.node.CustomNode;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.HardLineBreak;
import org.commonmark.node.IndentedCodeBlock;
import org.commonmark.node.Node;
import org.commonmark.node.Paragraph;
import org.commonmark.node.SoftLineBreak;
import org.commonmark.node.Text;

/** What a piece of a page says, without any markup: for the search and for labels. */
final class PlainText extends AbstractVisitor {
  private static final Pattern SPACE = Pattern.compile("\\s+");
  private static final String BETWEEN_CELLS = " · ";

  private final StringBuilder text = new StringBuilder();

  private PlainText() {}

  /** All of it in one line. */
  static String of(Node node) {
    PlainText collected = new PlainText();
    node.accept(collected);
    return SPACE.matcher(collected.text).replaceAll(" ").strip();
  }

  @Override
  public void visit(Text node) {
    text.append(node.getLiteral());
  }

  @Override
  public void visit(Code node) {
    text.append(node.getLiteral());
  }

  @Override
  public void visit(FencedCodeBlock node) {
    text.append(' ').append(node.getLiteral());
  }

  @Override
  public void visit(IndentedCodeBlock node) {
    text.append(' ').append(node.getLiteral());
  }

  @Override
  public void visit(SoftLineBreak node) {
    text.append(' ');
  }

  @Override
  public void visit(HardLineBreak node) {
    text.append(' ');
  }

  @Override
  public void visit(Paragraph node) {
    visitChildren(node);
    text.append(' ');
  }

  @Override
  public void visit(CustomNode node) {
    visitChildren(node);
    if (node instanceof TableCell) {
      text.append(node.getNext() == null ? " " : BETWEEN_CELLS);
    }
  }
}
