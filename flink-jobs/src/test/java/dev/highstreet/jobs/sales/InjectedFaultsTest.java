package dev.highstreet.jobs.sales;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import dev.highstreet.jobs.clean.DeadLetter;
import dev.highstreet.jobs.clean.LateEvent;
import dev.highstreet.jobs.clean.Reason;
import dev.highstreet.jobs.event.EventId;
import dev.highstreet.jobs.ledger.LedgerRow;
import dev.highstreet.jobs.sales.PipelineRun.Mode;
import dev.highstreet.jobs.source.WireArrivals;
import dev.highstreet.schemas.Topic;
import dev.highstreet.simulator.emit.fault.FaultRates;
import dev.highstreet.simulator.emit.fault.FaultySink;
import dev.highstreet.simulator.emit.fault.InjectedFault;
import dev.highstreet.simulator.emit.fault.InjectedFault.Outcome;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What the simulator promises of each fault is what becomes of it, in every mode. */
class InjectedFaultsTest {
  private static final int TRANSACTIONS = 6_000;
  private static final FaultRates HEAVY =
      new FaultRates(0.6, 0.2, 0.15, 0.2, 0.3, 0.06, 0.5, 0.04, 0.2);

  private final WireArrivals wire = new WireArrivals();
  private final List<InjectedFault> faults = new ArrayList<>();

  @Test
  void everyReasonOfTheContractIsInjected() {
    inject();
    assertThat(faults.stream().map(InjectedFault::reason).filter(reason -> reason != null))
        .containsAll(Arrays.stream(Reason.values()).map(Reason::name).toList());
  }

  @ParameterizedTest
  @EnumSource
  void eventsEndAsTheirFaultsPromise(Mode mode) throws Exception {
    inject();
    Observed observed = Observed.of(PipelineRun.of(wire.all(), mode));
    for (InjectedFault fault : faults) {
      if (fault.topic() == Topic.ORDERS || fault.topic() == Topic.RETURNS) {
        assertThat(observed.outcomes(fault)).as("%s", fault).isEqualTo(promised(fault, observed));
        assertThat(observed.reasons(fault)).as("%s", fault).isEqualTo(reasons(fault, observed));
      }
    }
  }

  @ParameterizedTest
  @EnumSource
  void nothingElseIsQuarantinedOrSetAsideAndNothingIsLost(Mode mode) throws Exception {
    inject();
    PipelineRun run = PipelineRun.of(wire.all(), mode);
    assertThat(run.counts().values().stream().mapToLong(LedgerRow::events).sum())
        .isEqualTo(wire.all().size());
    long sent = TRANSACTIONS + FaultyShop.PRODUCTS + 1;
    long notAccepted = faults.stream().filter(f -> f.outcome() != Outcome.ACCEPTED).count();
    assertThat(events(run, "ACCEPTED")).isEqualTo(sent - notAccepted);
    assertThat(events(run, "LATE")).isEqualTo(promised(Outcome.LATE));
    assertThat(events(run, "QUARANTINED")).isEqualTo(promised(Outcome.QUARANTINED));
    assertThat(events(run, "REPEATED") + events(run, "BEHIND"))
        .isEqualTo(promised(Outcome.REPEATED) + promised(Outcome.REPEATED_OR_BEHIND));
    assertThat(events(run, "REPEATED")).isGreaterThanOrEqualTo(promised(Outcome.REPEATED));
  }

  private void inject() {
    try (FaultySink sink = new FaultySink(wire, HEAVY, 7, faults::add)) {
      FaultyShop.run(sink, TRANSACTIONS);
    }
  }

  private long promised(Outcome outcome) {
    return faults.stream().filter(fault -> fault.outcome() == outcome).count()
        + faults.stream().filter(fault -> fault.copyOutcome() == outcome).count();
  }

  private static long events(PipelineRun run, String outcome) {
    return run.counts().values().stream()
        .filter(row -> row.outcome().name().equals(outcome))
        .mapToLong(LedgerRow::events)
        .sum();
  }

  /** What becomes of an event's copies, sorted; a copy that may be behind is what it was. */
  private static List<String> promised(InjectedFault fault, Observed observed) {
    List<String> outcomes = new ArrayList<>();
    outcomes.add(fault.outcome().name());
    if (fault.copyOutcome() == Outcome.REPEATED_OR_BEHIND) {
      outcomes.add(observed.isBehind(fault) ? "BEHIND" : "REPEATED");
    } else if (fault.copyOutcome() != null) {
      outcomes.add(fault.copyOutcome().name());
    }
    Collections.sort(outcomes);
    return outcomes;
  }

  private static Set<String> reasons(InjectedFault fault, Observed observed) {
    Set<String> reasons = new TreeSet<>();
    if (fault.reason() != null && fault.outcome() != Outcome.LATE) { // a backfill will find it
      reasons.add(fault.line() + " " + fault.reason());
      if (fault.line() > 0 && fault.outcome() == Outcome.QUARANTINED) {
        reasons.add("0 NO_LINES_LEFT");
      }
      if (fault.reason().equals("NO_LINES_LEFT")) { // each line is at fault, too
        observed.reasons(fault).stream()
            .filter(reason -> reason.endsWith(" NON_POSITIVE_QUANTITY"))
            .forEach(reasons::add);
      }
    }
    return reasons;
  }

  /** What became of events, by their keys or ids. */
  private record Observed(
      Map<String, Long> accepted,
      Map<EventId, Long> late,
      Map<EventId, Long> behind,
      Map<String, List<DeadLetter>> letters) {
    static Observed of(PipelineRun run) {
      return new Observed(
          run.booked().stream()
              .collect(groupingBy(booked -> booked.transaction().id(), counting())),
          setAside(run, LateEvent.Kind.LATE),
          setAside(run, LateEvent.Kind.BEHIND),
          run.deadLetters().stream()
              .collect(groupingBy(letter -> new String(letter.key(), UTF_8))));
    }

    private static Map<EventId, Long> setAside(PipelineRun run, LateEvent.Kind kind) {
      return run.lateEvents().stream()
          .filter(event -> event.kind() == kind)
          .collect(groupingBy(LateEvent::eventId, counting()));
    }

    boolean isBehind(InjectedFault fault) {
      return behind.containsKey(id(fault));
    }

    List<String> outcomes(InjectedFault fault) {
      List<String> outcomes = new ArrayList<>();
      add(outcomes, "ACCEPTED", accepted.getOrDefault(fault.key(), 0L));
      add(outcomes, "BEHIND", behind.getOrDefault(id(fault), 0L));
      add(outcomes, "LATE", late.getOrDefault(id(fault), 0L));
      add(outcomes, "QUARANTINED", of(fault).stream().filter(l -> l.line() == 0).count());
      add(outcomes, "REPEATED", fault.copies() - outcomes.size());
      return outcomes;
    }

    Set<String> reasons(InjectedFault fault) {
      return of(fault).stream().map(l -> l.line() + " " + l.reason()).collect(toSet());
    }

    private List<DeadLetter> of(InjectedFault fault) {
      return letters.getOrDefault(fault.key(), List.of());
    }

    private static EventId id(InjectedFault fault) {
      return EventId.of(fault.eventId().bytes());
    }

    private static void add(List<String> outcomes, String outcome, long times) {
      outcomes.addAll(Collections.nCopies((int) times, outcome));
    }
  }
}
