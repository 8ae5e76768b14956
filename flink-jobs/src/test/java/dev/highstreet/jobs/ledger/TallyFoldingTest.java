package dev.highstreet.jobs.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import dev.highstreet.jobs.ledger.Tally.Outcome;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TallyFoldingTest {
  @Test
  void talliesOfTheSameKindAddUpAndOthersStayApart() {
    assertThat(
            folded(
                new Tally("orders", Outcome.ACCEPTED, "", 1, 3),
                new Tally("orders", Outcome.ACCEPTED, "", 1, 4),
                new Tally("returns", Outcome.ACCEPTED, "", 1, 1),
                new Tally("orders", Outcome.QUARANTINED, "UNKNOWN_STORE", 1, 0),
                new Tally("orders", Outcome.QUARANTINED, "NO_LINES_LEFT", 1, 0),
                new Tally("orders", Outcome.QUARANTINED, "UNKNOWN_STORE", 1, 0)))
        .containsExactlyInAnyOrder(
            new Tally("orders", Outcome.ACCEPTED, "", 2, 7),
            new Tally("returns", Outcome.ACCEPTED, "", 1, 1),
            new Tally("orders", Outcome.QUARANTINED, "UNKNOWN_STORE", 2, 0),
            new Tally("orders", Outcome.QUARANTINED, "NO_LINES_LEFT", 1, 0));
  }

  private static List<Tally> folded(Tally... tallies) {
    TallyFolding folding = new TallyFolding();
    Map<TallyFolding.Key, Tally> partials = new HashMap<>();
    for (Tally tally : tallies) {
      folding.fold(tally, partials);
    }
    List<Tally> deltas = new ArrayList<>();
    partials.forEach((key, partial) -> deltas.add(folding.delta(key, partial)));
    return deltas;
  }
}
