package dev.highstreet.cli.verify;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.highstreet.cli.verify.Verdict.NotCompared;
import java.util.List;

/** A verdict for machines. */
final class VerdictJson {
  private static final ObjectMapper JSON = new ObjectMapper();

  private VerdictJson() {}

  /** All of it, in one object. */
  static ObjectNode of(Verdict verdict) {
    ObjectNode root = JSON.createObjectNode();
    root.put("view", verdict.view().name());
    root.put("basis", verdict.basis());
    root.put("firstDay", verdict.firstDay().toString());
    root.put("lastDay", verdict.lastDay().toString());
    root.put("reconciled", verdict.reconciled());
    root.put("compared", verdict.tables().size());
    root.put("differences", verdict.differences());
    ArrayNode tables = root.putArray("tables");
    verdict.tables().forEach(table -> tables.add(table(table)));
    for (NotCompared table : verdict.notCompared()) {
      root.withArray("notCompared").addObject().put("table", table.table()).put("why", table.why());
    }
    verdict.notes().forEach(root.putArray("notes")::add);
    return root;
  }

  private static ObjectNode table(TableVerdict table) {
    ObjectNode node = JSON.createObjectNode();
    node.put("table", table.table());
    node.put("expected", table.expected());
    node.put("equal", table.equal());
    node.put("missing", table.missing());
    node.put("extra", table.extra());
    node.put("different", table.different());
    node.put("seconds", table.seconds());
    node.set("first", differences(table.first()));
    return node;
  }

  /** As {@code ops.reconciliations} keeps them, too. */
  static ArrayNode differences(List<Difference> differences) {
    ArrayNode rows = JSON.createArrayNode();
    for (Difference difference : differences) {
      ObjectNode row = rows.addObject();
      row.put("kind", difference.kind().name());
      difference.key().forEach(row.putObject("key")::put);
      ArrayNode columns = row.putArray("columns");
      for (ColumnDifference column : difference.columns()) {
        columns
            .addObject()
            .put("column", column.column())
            .put("expected", column.expected())
            .put("found", column.found());
      }
    }
    return rows;
  }
}
