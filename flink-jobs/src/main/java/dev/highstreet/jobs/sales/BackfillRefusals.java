package dev.highstreet.jobs.sales;

import dev.highstreet.jobs.event.Clocks;
import dev.highstreet.jobs.mart.EarlierRun;
import dev.highstreet.jobs.source.TransactionLog;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.Optional;

/**
 * Why a backfill is not begun: what it would write could not be right, or would not stay so.
 *
 * @param days what it is to replace
 * @param clocks the rules of time that it was told
 * @param live the live run that it has to agree with
 */
record BackfillRefusals(BackfillDays days, Clocks clocks, Optional<EarlierRun> live) {
  /**
   * What the topics of orders and returns hold.
   *
   * @param newest the time of the newest record
   * @param cameTo up to when every partition has come
   * @param lack which partition lacks records that have to be read, in words; empty for none
   */
  record Held(Instant newest, Instant cameTo, Optional<String> lack) {
    /** What they hold now; records have to be read from a time on. */
    static Held by(TransactionLog log, Instant readFrom) {
      Instant newest =
          log.newest()
              .orElseThrow(
                  () ->
                      new IllegalArgumentException("the topics hold no orders and no returns yet"));
      return new Held(newest, log.cameTo().orElse(newest), log.lacksSome(readFrom));
    }
  }

  /**
   * Refuses what cannot be right.
   *
   * @throws IllegalArgumentException that says what is in the way, and the way out
   */
  void check(Held held) {
    live.ifPresent(this::refuseOtherRules);
    refuseFuture(held.newest());
    refuseOpenMonths(held.cameTo());
    if (held.lack().isPresent()) {
      throw new IllegalArgumentException(
          "the topics no longer hold all of %s: %s. Backfill later months"
              .formatted(YearMonth.from(days.first()), held.lack().get()));
    }
  }

  /**
   * Refuses what cannot be right where files bring what the topics may not hold: only the live job
   * can be in the way.
   *
   * @throws IllegalArgumentException that says what is in the way, and the way out
   */
  void checkUpload() {
    live.ifPresent(this::refuseOtherRules);
    refuseOpenForLive();
  }

  private void refuseOtherRules(EarlierRun run) {
    if (!run.zone().equals(days.zone()) || !run.lateness().equals(clocks.lateness())) {
      throw new IllegalArgumentException(
          "the live sales job (run %d) decides days by %s and lateness by %s, this backfill by %s and %s: pass the same --time-zone and --lateness"
              .formatted(run.runId(), run.zone(), run.lateness(), days.zone(), clocks.lateness()));
    }
  }

  private void refuseFuture(Instant newest) {
    if (days.last().isAfter(days.day(newest.toEpochMilli()))) {
      throw new IllegalArgumentException(
          "%s is in the future: the newest record in the topics is of %s; choose days before"
              .formatted(days.last(), local(newest)));
    }
  }

  /** A month is over when nothing on time can come any more, by the topics and by the live job. */
  private void refuseOpenMonths(Instant cameTo) {
    refuseOpenForLive();
    Instant told = Instant.ofEpochMilli(clocks.watermark(cameTo.toEpochMilli()));
    if (told.isBefore(days.monthsEnd())) {
      throw open(
          "events of it may still come on time, as a partition has come to %s only"
              .formatted(local(cameTo)));
    }
  }

  private void refuseOpenForLive() {
    Instant end = days.monthsEnd();
    if (live.isPresent()
        && (live.get().closedUpTo() == null || live.get().closedUpTo().isBefore(end))) {
      throw open(
          "the live sales job (run %d) still counts for it, and is final up to %s"
              .formatted(
                  live.get().runId(),
                  live.get().closedUpTo() == null
                      ? "no time yet"
                      : local(live.get().closedUpTo())));
    }
  }

  private IllegalArgumentException open(String why) {
    return new IllegalArgumentException(
        "%s is not over: %s. It is when the topics' clock has passed %s; until then choose days before %s"
            .formatted(
                YearMonth.from(days.last()),
                why,
                local(days.monthsEnd().plus(clocks.lateness()).plus(clocks.skew())),
                days.last().withDayOfMonth(1)));
  }

  private String local(Instant time) {
    ZoneId zone = days.zone();
    return time.atZone(zone).toLocalDateTime().withNano(0).toString().replace('T', ' ');
  }
}
