package dev.highstreet.simulator.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.HashSet;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class RandomStreamTest {
  private static final String VISITS = "visits";

  @Property
  void sameSeedPurposeAndEntityGiveTheSameNumbers(@ForAll long seed, @ForAll long entity) {
    RandomStream one = RandomStream.of(seed, VISITS, entity);
    RandomStream other = RandomStream.of(seed, VISITS, entity);

    for (int draw = 0; draw < 10; draw++) {
      assertThat(one.nextLong()).isEqualTo(other.nextLong());
    }
  }

  @Test
  void neighbouringEntitiesSeedsAndPurposesShareNothing() {
    Set<Long> seen = new HashSet<>();
    for (int entity = 0; entity < 1_000; entity++) {
      seen.add(RandomStream.of(1, VISITS, entity).nextLong());
      seen.add(RandomStream.of(2, VISITS, entity).nextLong());
      seen.add(RandomStream.of(1, "baskets", entity).nextLong());
    }

    assertThat(seen).hasSize(3_000);
  }

  @Test
  void firstDrawsOfManyEntitiesAreUniform() {
    double sum = 0;
    int low = 0;
    int entities = 100_000;
    for (int entity = 0; entity < entities; entity++) {
      double draw = RandomStream.of(7, VISITS, entity).nextDouble();
      sum += draw;
      low += draw < 0.1 ? 1 : 0;
    }

    assertThat(sum / entities).isCloseTo(0.5, within(0.005)); // five standard errors
    assertThat(low / (double) entities).isCloseTo(0.1, within(0.005));
  }
}
