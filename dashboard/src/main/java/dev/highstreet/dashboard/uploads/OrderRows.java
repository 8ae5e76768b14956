package dev.highstreet.dashboard.uploads;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.highstreet.dashboard.intake.OrderForm;
import dev.highstreet.dashboard.intake.Problems;
import dev.highstreet.dashboard.shell.FieldProblem;
import dev.highstreet.schemas.OrderPlaced;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Puts the rows of a file of transactions together to orders. The rows of one follow each other.
 * What an order may say is judged where a webhook's is, by {@link OrderForm}.
 */
final class OrderRows implements Rows {
  /** The most orders of a file. */
  static final int MOST_ORDERS = 20_000;

  private static final String ORDER_ID = "order_id";

  /** The columns of a line; all others are of the order. */
  private static final Set<String> OF_A_LINE =
      Set.of(
          "product_id", "product_revision", "quantity", "unit_price", "discount", "promotion_id");

  private static final int ALL = 20_000; // a thousand lines with every column at fault

  private final Header header;
  private final Faults faults;
  private final List<FileOrder> orders = new ArrayList<>();
  private final Set<String> ended = new HashSet<>();
  private final List<Map<String, String>> rows = new ArrayList<>();
  private final List<Long> lines = new ArrayList<>();

  OrderRows(Header header, Faults faults) {
    this.header = requireNonNull(header, "header is null");
    this.faults = requireNonNull(faults, "faults is null");
  }

  /**
   * Takes the next row; what is wrong with it is noted.
   *
   * @throws RefusedFile if there are too many orders
   */
  @Override
  public void add(CsvFile.Row row) throws RefusedFile {
    Map<String, String> cells = header.named(row.cells());
    String id = cells.getOrDefault(ORDER_ID, "");
    if (!rows.isEmpty() && !(id.equals(currentId()) && !id.isEmpty())) {
      endOrder();
    }
    if (rows.isEmpty() && ended.contains(id)) {
      faults.add(
          row.line(), ORDER_ID, "this order has ended before: its rows must follow each other");
      return;
    }
    if (!rows.isEmpty()) {
      refuseOthers(row.line(), cells);
    }
    rows.add(cells);
    lines.add(row.line());
  }

  private String currentId() {
    return rows.get(0).getOrDefault(ORDER_ID, "");
  }

  private void refuseOthers(long line, Map<String, String> cells) {
    for (String column : header.columns()) {
      if (!OF_A_LINE.contains(column)
          && !cells.getOrDefault(column, "").equals(rows.get(0).getOrDefault(column, ""))) {
        faults.add(
            line, column, "not as on line %d, which is of the same order".formatted(lines.get(0)));
      }
    }
  }

  @Override
  public FileContent end() throws RefusedFile {
    if (!rows.isEmpty()) {
      endOrder();
    }
    return new FileOrders(orders);
  }

  private void endOrder() throws RefusedFile {
    if (ended.size() == MOST_ORDERS) {
      throw new RefusedFile(
          lines.get(0),
          "more than %,d orders: drop it in several files, or bring in history with ./highstreet backfill sales --files"
              .formatted(MOST_ORDERS));
    }
    Problems problems = new Problems(ALL);
    Optional<OrderPlaced> order = OrderForm.read(json(), Cells.OF_A_FILE, problems);
    problems.found().forEach(this::note);
    // what is refused anyhow need not be kept
    if (faults.isEmpty()) {
      orders.add(new FileOrder(order.orElseThrow(), lines));
    }
    ended.add(currentId().isEmpty() ? "on line " + lines.get(0) : currentId());
    rows.clear();
    lines.clear();
  }

  private void note(FieldProblem problem) {
    Place place = Place.of(problem.field());
    faults.add(lines.get(place.index()), place.column(), place.reason(problem));
  }

  /** As a delivery would have it. */
  private ObjectNode json() {
    ObjectNode order = JsonNodeFactory.instance.objectNode();
    ArrayNode orderLines = order.putArray("lines");
    for (Map<String, String> row : rows) {
      ObjectNode line = orderLines.addObject();
      row.forEach(
          (column, cell) -> {
            if (OF_A_LINE.contains(column)) {
              Cells.put(line, column, cell);
            } else if (orderLines.size() == 1) {
              Cells.put(order, column, cell);
            }
          });
    }
    return order;
  }
}
