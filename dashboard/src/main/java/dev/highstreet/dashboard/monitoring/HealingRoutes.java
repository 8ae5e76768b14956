package dev.highstreet.dashboard.monitoring;

import static java.util.Objects.requireNonNull;

import dev.highstreet.dashboard.access.Change;
import dev.highstreet.dashboard.access.Changes;
import dev.highstreet.dashboard.shell.Format;
import dev.highstreet.dashboard.shell.RequestProblem;
import dev.highstreet.dashboard.tasks.Task;
import dev.highstreet.dashboard.tasks.Tasks;
import dev.highstreet.dashboard.tasks.Work;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** What an operator can set in motion on the Monitoring page: {@code POST /monitoring/…}. */
public final class HealingRoutes {
  private static final String BACKFILL = "backfill";
  private static final String VERIFY = "verify";
  private static final String CHECK = "check";
  private static final String REPLAY = "replay";
  private static final List<String> KINDS = List.of(BACKFILL, VERIFY, CHECK, REPLAY);

  private static final int SHOWN = 4;

  private final Changes changes;
  private final Tasks tasks;
  private final Supplier<Optional<Healing>> healing;

  /**
   * Lets operators set it in motion.
   *
   * @param changes the one path for it
   * @param tasks where it then runs
   * @param healing who does it, if anybody; asked each time
   */
  public HealingRoutes(Changes changes, Tasks tasks, Supplier<Optional<Healing>> healing) {
    this.changes = requireNonNull(changes, "changes is null");
    this.tasks = requireNonNull(tasks, "tasks is null");
    this.healing = requireNonNull(healing, "healing is null");
  }

  /** Adds the routes; the gate lets none but an operator through. */
  void serve(RoutesConfig routes) {
    routes.post("/monitoring/backfill", changes.audited(BACKFILL, this::backfill));
    routes.post("/monitoring/backfill-late", changes.audited(BACKFILL, this::backfillLate));
    routes.post("/monitoring/verify", changes.audited(VERIFY, this::verify));
    routes.post("/monitoring/check", changes.audited(CHECK, this::check));
    routes.post("/monitoring/replay", changes.audited(REPLAY, this::replay));
  }

  /** Whether there is somebody who can do any of it. */
  boolean canHeal() {
    return healing.get().isPresent();
  }

  /** What was set in motion last, the newest first. */
  List<Task> newest() {
    return tasks.newest(KINDS).stream().limit(SHOWN).toList();
  }

  private void backfill(Context request, Change change) {
    LocalDate day = day(request);
    begin(
        request,
        change,
        BACKFILL,
        "Backfill of " + Format.day(day),
        (healer, progress) -> healer.backfill(day, day, progress));
  }

  private void backfillLate(Context request, Change change) {
    begin(request, change, BACKFILL, "Backfill of all late days", Healing::backfillLate);
  }

  private void verify(Context request, Change change) {
    begin(request, change, VERIFY, "Comparison with the answer key", Healing::verify);
  }

  private void check(Context request, Change change) {
    begin(request, change, CHECK, "Data tests", Healing::check);
  }

  private void replay(Context request, Change change) {
    LetterPlace letter =
        LetterPlace.parse("letter", Optional.ofNullable(request.formParam("letter")).orElse(""));
    begin(
        request,
        change,
        REPLAY,
        "Replay of the dead letter at " + letter,
        (healer, progress) ->
            healer.replay(letter.topic(), letter.partition(), letter.offset(), progress));
  }

  /** One thing that can be done. */
  @FunctionalInterface
  private interface Remedy {
    String apply(Healing healer, Work.Progress progress);
  }

  private void begin(Context request, Change change, String kind, String title, Remedy remedy) {
    Healing healer =
        healing
            .get()
            .orElseThrow(
                () ->
                    new RequestProblem(
                        HttpStatus.SERVICE_UNAVAILABLE,
                        "Nobody is there to do it",
                        "This dashboard stands alone. Use the command line: ./highstreet %s"
                            .formatted(kind.equals(REPLAY) ? "dead-letters replay" : kind)));
    Task unused = tasks.begin(change, kind, title, progress -> remedy.apply(healer, progress));
    if (request.header("HX-Request") == null) {
      request.redirect("/monitoring", HttpStatus.SEE_OTHER);
    } else {
      // what began shows among what was set in motion; a refusal would stand here
      request.html("");
    }
  }

  private static LocalDate day(Context request) {
    String given = Optional.ofNullable(request.formParam("day")).orElse("");
    try {
      return LocalDate.parse(given);
    } catch (DateTimeException e) {
      throw RequestProblem.wrongField("day", given, "a day such as 2011-03-27");
    }
  }
}
