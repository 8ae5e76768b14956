package dev.highstreet.simulator.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class AgendaTest {
  private static final long NOW = 1_740_000_000_123L;
  private static final long DAY = 86_400_000;

  private record Came(long at, int which) {}

  private final List<Came> came = new ArrayList<>();

  @Property(tries = 60)
  void everythingComesAtItsTimeAndTiesInTheOrderOfPuttingDown(
      @ForAll @Size(max = 200) List<@LongRange(min = 0, max = 5 * DAY) Long> delays,
      @ForAll @LongRange(min = 1_000, max = DAY) long step) {
    came.clear();
    Agenda agenda = new Agenda(NOW);
    List<Came> expected = new ArrayList<>();
    for (int which = 0; which < delays.size(); which++) {
      long coarse = delays.get(which) / 1000 * 1000; // so that there are ties
      int number = which;
      agenda.at(NOW + coarse, now -> came.add(new Came(now, number)));
      expected.add(new Came(NOW + coarse, number));
    }
    expected.sort(Comparator.comparingLong(Came::at).thenComparingInt(Came::which));

    for (long until = NOW; until <= NOW + 6 * DAY; until += step) {
      agenda.runUntil(until);
    }
    agenda.runUntil(NOW + 6 * DAY);

    assertThat(came).isEqualTo(expected);
  }

  @Test
  void whatIsPutDownWhileSomethingHappensComesInItsTurn() {
    Agenda agenda = new Agenda(NOW);
    agenda.at(NOW + 5, now -> came.add(new Came(now, 1)));
    agenda.at(
        NOW + 2,
        now -> {
          agenda.at(NOW + 5, later -> came.add(new Came(later, 2)));
          agenda.at(NOW + 2, later -> came.add(new Came(later, 3)));
          agenda.at(NOW + 3, later -> came.add(new Came(later, 4)));
          agenda.at(NOW + 3 * DAY, later -> came.add(new Came(later, 5)));
        });

    agenda.runUntil(NOW + 4 * DAY);

    assertThat(came)
        .containsExactly(
            new Came(NOW + 2, 3),
            new Came(NOW + 3, 4),
            new Came(NOW + 5, 1),
            new Came(NOW + 5, 2),
            new Came(NOW + 3 * DAY, 5));
  }

  @Test
  void theEndOfACallIsExcluded() {
    Agenda agenda = new Agenda(NOW);
    agenda.at(NOW + 1000, now -> came.add(new Came(now, 1)));

    agenda.runUntil(NOW + 1000);
    assertThat(came).isEmpty();
    assertThat(agenda.now()).isEqualTo(NOW + 1000);

    agenda.runUntil(NOW + 1001);
    assertThat(came).hasSize(1);
  }

  @Test
  void thePastIsRefused() {
    Agenda agenda = new Agenda(NOW);
    agenda.runUntil(NOW + 10);

    assertThatThrownBy(() -> agenda.at(NOW + 9, now -> {}))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("1740000000132 has passed: it is 1740000000133 now");
  }
}
