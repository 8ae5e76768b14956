package dev.highstreet.dashboard.simulator;

import static java.util.Objects.requireNonNull;

import dev.highstreet.dashboard.access.Change;
import dev.highstreet.dashboard.access.Changes;
import dev.highstreet.dashboard.shell.LiveEvent;
import dev.highstreet.dashboard.shell.Panel;
import dev.highstreet.dashboard.shell.Parameters;
import dev.highstreet.dashboard.shell.RequestProblem;
import dev.highstreet.dashboard.shell.Shell;
import dev.highstreet.dashboard.tasks.Task;
import dev.highstreet.dashboard.tasks.Tasks;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** {@code /simulator/realism}: how like a real shop the simulated one is. */
public final class RealismPage {
  private static final String MEASURE = "realism";
  private static final int SHOWN = 2;

  private final Shell shell;
  private final Changes changes;
  private final Tasks tasks;
  private final Supplier<Optional<Realism>> realism;

  /**
   * Shows what was measured.
   *
   * @param tasks where a measurement runs
   * @param realism asked each time; empty while no simulated shop runs behind these pages
   */
  public RealismPage(
      Shell shell, Changes changes, Tasks tasks, Supplier<Optional<Realism>> realism) {
    this.shell = requireNonNull(shell, "shell is null");
    this.changes = requireNonNull(changes, "changes is null");
    this.tasks = requireNonNull(tasks, "tasks is null");
    this.realism = requireNonNull(realism, "realism is null");
  }

  /** Adds the routes; the gate lets none but an operator measure. */
  public void serve(RoutesConfig routes) {
    routes.get("/simulator/realism", this::show);
    routes.post("/simulator/realism/measure", changes.audited(MEASURE, this::measure));
  }

  /** What is kept up to date on this page: how far a measurement is, not the report. */
  public List<LiveEvent> live(Parameters parameters) {
    return List.of(
        new LiveEvent(
            "measuring",
            "",
            Duration.ofSeconds(1),
            () ->
                shell.text(
                    "realism/measuring.jte",
                    Map.of("tasks", newest(), "now", shell.clock().instant()))));
  }

  private void show(Context request) {
    request.render(
        "realism/page.jte",
        Map.of(
            "frame",
            shell.frame(request, "simulator", "Realism report", "/live?page=realism", "measuring"),
            "view",
            view()));
  }

  private RealismView view() {
    Optional<Realism> source = realism.get();
    Panel<Optional<RealismReport>> report = Panel.of(() -> source.flatMap(Realism::report));
    return new RealismView(
        source.map(Realism::shop).orElse(""),
        report,
        report
            .found()
            .flatMap(found -> found)
            .filter(found -> source.get().isOfThisShop(found))
            .isPresent(),
        source.map(Realism::folder).orElse(""),
        source.flatMap(Realism::file).orElse(""),
        newest(),
        shell.format(),
        shell.clock().instant());
  }

  private List<Task> newest() {
    return tasks.newest(List.of(MEASURE)).stream().limit(SHOWN).toList();
  }

  private void measure(Context request, Change change) {
    Realism source =
        realism
            .get()
            .orElseThrow(
                () ->
                    new RequestProblem(
                        HttpStatus.CONFLICT,
                        "No simulated shop runs here",
                        "Measure with ./highstreet calibrate FILE --out PROFILE.json, and start the shop with ./highstreet demo --profile PROFILE.json."));
    String file =
        source
            .file()
            .orElseThrow(
                () ->
                    new RequestProblem(
                        HttpStatus.CONFLICT,
                        "There is no file to measure on",
                        "Put one into %s, under the name transactions.csv or transactions.csv.gz."
                            .formatted(source.folder())));
    Task unused = tasks.begin(change, MEASURE, "Measuring on " + file, source::measure);
    if (request.header("HX-Request") == null) {
      request.redirect("/simulator/realism", HttpStatus.SEE_OTHER);
    } else {
      request.html(""); // how far it is shows beside; a refusal would stand here
    }
  }
}
