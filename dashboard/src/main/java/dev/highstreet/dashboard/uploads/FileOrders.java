package dev.highstreet.dashboard.uploads;

import dev.highstreet.dashboard.intake.Till;
import java.util.List;

/** The orders of a file. */
record FileOrders(List<FileOrder> orders) implements FileContent {
  FileOrders {
    orders = List.copyOf(orders);
  }

  @Override
  public void hand(Till till) {
    var unused = till.take(orders.stream().map(FileOrder::order).toList());
  }

  @Override
  public long line(Place place) {
    FileOrder order = orders.get(Math.min(place.entry(), orders.size() - 1));
    return order.lines().get(Math.min(place.index(), order.lines().size() - 1));
  }
}
