package dev.highstreet.dashboard.uploads;

import static java.util.Objects.requireNonNull;

import dev.highstreet.schemas.OrderPlaced;
import java.util.List;

/**
 * An order of a file.
 *
 * @param lines where in the file each of its lines is
 */
record FileOrder(OrderPlaced order, List<Long> lines) {
  FileOrder {
    requireNonNull(order, "order is null");
    lines = List.copyOf(lines);
  }
}
