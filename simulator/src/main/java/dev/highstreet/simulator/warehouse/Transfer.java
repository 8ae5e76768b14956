package dev.highstreet.simulator.warehouse;

import dev.highstreet.schemas.MovementKind;
import dev.highstreet.simulator.engine.Happening;
import java.util.ArrayList;
import java.util.List;

/** Units on a lorry between two warehouses; lots stay what they are. */
final class Transfer implements Happening {
  private final Shelves shelves;
  private final StockLedger ledger;
  private final int to;
  private final int quantity;
  private final List<Load> loads = new ArrayList<>(1);

  Transfer(Shelves shelves, StockLedger ledger, int to, int quantity) {
    this.shelves = shelves;
    this.ledger = ledger;
    this.to = to;
    this.quantity = quantity;
  }

  /** What leaves a shelf is loaded. */
  LotMoves leaving() {
    ledger.as(MovementKind.TRANSFERRED);
    return (shelf, lot, lotId, units, unitCostMicros) -> {
      loads.add(new Load(lot, -units, unitCostMicros));
      ledger.moved(shelf, lot, lotId, units, unitCostMicros);
    };
  }

  @Override
  public void happen(long now) {
    shelves.arrived(to, quantity);
    ledger.as(MovementKind.TRANSFERRED);
    for (Load load : loads) {
      shelves.put(to, load.lot, load.quantity, load.unitCostMicros, ledger);
    }
  }

  private record Load(int lot, int quantity, long unitCostMicros) {}
}
