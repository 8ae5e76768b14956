package dev.highstreet.jobs.sales;

import dev.highstreet.jobs.clean.Scope;
import dev.highstreet.jobs.event.Arrival;
import dev.highstreet.jobs.event.Clocks;
import dev.highstreet.jobs.event.Places;
import dev.highstreet.jobs.mart.SetAside;
import java.time.LocalDate;
import java.util.List;

/**
 * What a backfill counts: everything of the days that it replaces; of the other days of their
 * months, what their rows hold, so that days add up to months: all that is on time, and what an
 * earlier backfill has counted in.
 *
 * @param days the days
 * @param clocks what a live run calls late
 * @param countedIn late and behind records of the months that an earlier backfill has counted in
 * @param leftOut those that none has
 */
record BackfillScope(BackfillDays days, Clocks clocks, Places countedIn, Places leftOut)
    implements Scope {
  private static final long serialVersionUID = 1L;

  static BackfillScope of(BackfillDays days, Clocks clocks, List<SetAside> setAside) {
    Places.Builder countedIn = new Places.Builder();
    Places.Builder leftOut = new Places.Builder();
    for (SetAside event : setAside) {
      (event.countedIn() ? countedIn : leftOut)
          .add(event.topic(), event.partition(), event.offset());
    }
    return new BackfillScope(days, clocks, countedIn.build(), leftOut.build());
  }

  @Override
  public boolean holds(Arrival arrival) {
    LocalDate day = days.day(arrival.occurredAt());
    if (!days.monthsHold(day)) {
      return false;
    }
    return days.hold(day)
        || countedIn.contains(arrival.origin())
        || (!clocks.late(arrival) && !leftOut.contains(arrival.origin()));
  }
}
