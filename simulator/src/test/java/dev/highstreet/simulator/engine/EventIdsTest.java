package dev.highstreet.simulator.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.highstreet.schemas.EventId;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

class EventIdsTest {
  private static final int ORDER = "order".hashCode();

  private final EventIds ids = new EventIds(7);

  @Test
  void sameEventHasTheSameId() {
    assertThat(ids.next(ORDER, 3, 1)).isEqualTo(new EventIds(7).next(ORDER, 3, 1));
  }

  @Test
  void seedKindEntityAndCounterAllTell() {
    Set<EventId> different = new HashSet<>();
    different.add(ids.next(ORDER, 3, 1));
    different.add(ids.next(ORDER, 3, 2));
    different.add(ids.next(ORDER, 4, 1));
    different.add(ids.next(ORDER, 1, 3));
    different.add(ids.next("payment".hashCode(), 3, 1));
    different.add(new EventIds(8).next(ORDER, 3, 1));

    assertThat(different).hasSize(6);
  }

  @Test
  void noTwoOfAMillionAreAlike() {
    Set<EventId> all = new HashSet<>();
    for (int entity = 0; entity < 1000; entity++) {
      for (int counter = 0; counter < 1000; counter++) {
        all.add(ids.next(ORDER, entity, counter));
      }
    }
    assertThat(all).hasSize(1_000_000);
  }
}
