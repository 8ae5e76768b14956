package dev.highstreet.dashboard.documentation;

import org.commonmark.ext.gfm.tables.TableBlock;
import org.commonmark.ext.gfm.tables.TableCell;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.CustomBlock;
import org.commonmark.node.CustomNode;
import org.commonmark.node.Node;

/** A table that scrolls sideways by itself, so that the page never does. */
final class Scrolling extends CustomBlock {
  /** Puts one around every table, and takes out heads that say nothing. */
  static void wrapTables(Node document) {
    document.accept(
        new AbstractVisitor() {
          @Override
          public void visit(CustomBlock block) {
            if (block instanceof TableBlock) {
              dropEmptyHeads(block);
              Scrolling scrolling = new Scrolling();
              block.insertBefore(scrolling);
              scrolling.appendChild(block);
            }
          }
        });
  }

  /** A head that says nothing is none: GitHub's tables must have one, readers need not. */
  private static void dropEmptyHeads(Node table) {
    Node head = table.getFirstChild();
    if (Word.in(PlainText.of(head)).isEmpty()) {
      head.unlink();
      return;
    }
    head.accept(
        new AbstractVisitor() {
          @Override
          public void visit(CustomNode node) {
            if (node instanceof TableCell cell && cell.getFirstChild() == null) {
              cell.setHeader(false);
            }
            visitChildren(node);
          }
        });
  }
}
