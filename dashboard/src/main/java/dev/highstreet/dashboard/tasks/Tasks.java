package dev.highstreet.dashboard.tasks;

import static java.util.Objects.requireNonNull;

import dev.highstreet.dashboard.access.Change;
import dev.highstreet.dashboard.shell.RequestProblem;
import dev.highstreet.dashboard.tasks.Task.State;
import io.javalin.http.HttpStatus;
import java.time.Clock;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What was set in motion since this process began: one of a kind at a time, the newest fifty are
 * remembered. Any thread may ask.
 */
public final class Tasks implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Tasks.class);
  private static final int REMEMBERED = 50;

  private final Clock clock;
  private final Map<Long, Task> tasks = new LinkedHashMap<>();
  private final ExecutorService threads =
      Executors.newCachedThreadPool(
          work -> {
            Thread thread = new Thread(work, "dashboard-task");
            thread.setDaemon(true);
            return thread;
          });

  private long newestId;

  /**
   * None yet.
   *
   * @param clock the wall clock
   */
  public Tasks(Clock clock) {
    this.clock = requireNonNull(clock, "clock is null");
  }

  /**
   * Sets something in motion, as the change that it is; that ends when this does.
   *
   * @param kind what it is; two of a kind would be in each other's way
   * @throws RequestProblem 409 if one of its kind runs
   */
  public Task begin(Change change, String kind, String title, Work work) {
    Task task = register(kind, title);
    change.target(title);
    change.goesOn();
    threads.execute(() -> perform(task.id(), change, work));
    return task;
  }

  private synchronized Task register(String kind, String title) {
    Optional<Task> same =
        tasks.values().stream()
            .filter(Task::isRunning)
            .filter(t -> t.kind().equals(kind))
            .findAny();
    if (same.isPresent()) {
      throw new RequestProblem(
          HttpStatus.CONFLICT,
          "One at a time",
          "%s is under way: wait for its end.".formatted(same.get().title()));
    }
    Task task =
        new Task(
            ++newestId,
            kind,
            title,
            State.RUNNING,
            OptionalDouble.empty(),
            "Beginning …",
            clock.instant(),
            Optional.empty());
    tasks.put(task.id(), task);
    tasks.keySet().removeIf(id -> id <= newestId - REMEMBERED && !tasks.get(id).isRunning());
    return task;
  }

  private void perform(long id, Change change, Work work) {
    try {
      String outcome = work.run((share, words) -> tell(id, share, words));
      change.detail(outcome);
      change.done();
      end(id, State.DONE, outcome);
    } catch (Work.Refusal e) {
      change.refused(e.getMessage());
      end(id, State.REFUSED, e.getMessage());
    } catch (Exception e) {
      LOG.error("{} failed", newest(id).title(), e);
      change.failed(e.toString());
      end(id, State.FAILED, "It failed: the log has the particulars.");
    }
  }

  private synchronized Task newest(long id) {
    return tasks.get(id);
  }

  private synchronized void tell(long id, double share, String words) {
    tasks.put(id, tasks.get(id).at(share, words));
  }

  private synchronized void end(long id, State how, String outcome) {
    tasks.put(id, tasks.get(id).end(how, outcome, clock.instant()));
  }

  /** Those of some kinds, the newest first. */
  public synchronized List<Task> newest(List<String> kinds) {
    return tasks.values().stream()
        .filter(task -> kinds.contains(task.kind()))
        .sorted(Comparator.comparingLong(Task::id).reversed())
        .toList();
  }

  /** One of them, if it is remembered. */
  public synchronized Optional<Task> of(long id) {
    return Optional.ofNullable(tasks.get(id));
  }

  /** Asks all that run to give up. */
  @Override
  public void close() {
    threads.shutdownNow();
  }
}
