package dev.highstreet.jobs.ledger;

import dev.highstreet.jobs.fold.Folding;
import dev.highstreet.jobs.ledger.Ledger.Account;
import java.util.Map;

/** Adds tallies of the same outcome up before they are sent to the ledger. */
final class TallyFolding implements Folding<Tally, TallyFolding.Key, Tally, Tally> {
  private static final long serialVersionUID = 1L;

  /** What tallies are added up by. */
  public record Key(String topic, Account account) {}

  @Override
  public void fold(Tally tally, Map<Key, Tally> partials) {
    partials.merge(
        new Key(tally.topic(), Account.of(tally)),
        tally,
        (one, other) ->
            new Tally(
                one.topic(),
                one.outcome(),
                one.reason(),
                one.events() + other.events(),
                one.lines() + other.lines()));
  }

  @Override
  public Tally delta(Key key, Tally partial) {
    return partial;
  }
}
