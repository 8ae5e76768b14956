package dev.highstreet.simulator.warehouse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.highstreet.simulator.engine.RandomStream;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class LotsTest {
  private static final int SHELVES = 3;

  private final List<Move> moves = new ArrayList<>();
  private final LotMoves recorder =
      (shelf, lot, id, quantity, cost) -> moves.add(new Move(shelf, lot, id, quantity, cost));

  @Property(tries = 200)
  void unitsLeaveAtTheCostThatAListOfUnitsInOrderOfReceiptGives(
      @ForAll long seed, @ForAll @IntRange(min = 1, max = 400) int steps) {
    RandomStream random = RandomStream.of(seed, "lots", steps);
    Lots lots = new Lots(SHELVES);
    List<List<Unit>> model = new ArrayList<>();
    Map<Integer, Long> costs = new TreeMap<>();
    for (int shelf = 0; shelf < SHELVES; shelf++) {
      model.add(new ArrayList<>());
    }

    for (int step = 0; step < steps; step++) {
      moves.clear();
      int shelf = random.nextInt(SHELVES);
      List<Unit> units = model.get(shelf);
      int quantity = 1 + random.nextInt(20);
      switch (random.nextInt(4)) {
        case 0 -> {
          long cost = 1L + random.nextInt(1_000);
          lots.receive(shelf, quantity, cost, recorder);
          int lot = costs.size() + 1;
          costs.put(lot, cost);
          add(units, lot, cost, quantity);
        }
        case 1 -> {
          if (!costs.isEmpty()) { // some lot of the past comes back, be it here or not
            int lot = 1 + random.nextInt(costs.size());
            lots.put(shelf, lot, quantity, costs.get(lot), recorder);
            add(units, lot, costs.get(lot), quantity);
          }
        }
        default -> {
          int wanted = Math.min(quantity, units.size());
          if (wanted > 0) {
            List<Unit> oldest = units.subList(0, wanted);
            long expected = oldest.stream().mapToLong(Unit::cost).sum();
            oldest.clear();
            lots.take(shelf, wanted, recorder);
            assertThat(moves.stream().mapToInt(Move::quantity).sum()).isEqualTo(-wanted);
            assertThat(moves.stream().mapToLong(move -> -move.quantity * move.cost).sum())
                .isEqualTo(expected);
          }
        }
      }
      assertThat(lots.onHand(shelf)).isEqualTo(units.size());
    }
  }

  @Test
  void twoLotsAreTouchedWhereTheOldestDoesNotSuffice() {
    Lots lots = new Lots(1);
    lots.receive(0, 5, 100, recorder);
    lots.receive(0, 5, 200, recorder);
    moves.clear();

    lots.take(0, 7, recorder);

    assertThat(moves)
        .containsExactly(
            new Move(0, 1, "L0000000001", -5, 100), new Move(0, 2, "L0000000002", -2, 200));
  }

  @Test
  void unitsThatComeBackToAnEmptyLotAreTheOldestAgain() {
    Lots lots = new Lots(1);
    lots.receive(0, 5, 100, recorder);
    lots.receive(0, 5, 200, recorder);
    lots.take(0, 6, recorder);
    lots.put(0, 1, 2, 100, recorder);
    moves.clear();

    lots.take(0, 3, recorder);

    assertThat(moves)
        .containsExactly(
            new Move(0, 1, "L0000000001", -2, 100), new Move(0, 2, "L0000000002", -1, 200));
  }

  @Test
  void moreThanThereIsCannotBeTaken() {
    Lots lots = new Lots(1);
    lots.receive(0, 5, 100, recorder);

    assertThatThrownBy(() -> lots.take(0, 6, recorder))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("6 units cannot be taken from a shelf of 5");
  }

  @Test
  void unitsThatTurnUpOnAnEmptyShelfBelongToNoLot() {
    Lots lots = new Lots(1);

    lots.find(0, 3, recorder);

    assertThat(lots.onHand(0)).isZero();
    assertThat(moves).isEmpty();
  }

  private static void add(List<Unit> units, int lot, long cost, int quantity) {
    for (int i = 0; i < quantity; i++) {
      units.add(new Unit(lot, cost));
    }
    units.sort(Comparator.comparingInt(Unit::lot));
  }

  private record Unit(int lot, long cost) {}

  private record Move(int shelf, int lot, String id, int quantity, long cost) {}
}
