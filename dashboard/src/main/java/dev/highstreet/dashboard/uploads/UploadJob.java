package dev.highstreet.dashboard.uploads;

import static java.util.Objects.requireNonNull;

import dev.highstreet.dashboard.intake.Till;
import dev.highstreet.dashboard.shell.FieldProblem;
import dev.highstreet.dashboard.shell.Format;
import dev.highstreet.dashboard.shell.RequestProblem;
import dev.highstreet.dashboard.shell.Unavailable;
import io.javalin.http.HttpStatus;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes the files that are in the folder, each once, whole or not at all. What cannot be taken now
 * stays where it is, and is tried again: its orders are the same events then, and count once.
 */
final class UploadJob {
  private static final Logger LOG = LoggerFactory.getLogger(UploadJob.class);
  private static final int LONGEST_PAUSE = 30; // looks

  private final DropFolder folder;
  private final UploadBook book;
  private final UploadQuery query;
  private final Supplier<Optional<Till>> till;
  private final Format format;
  private final Map<String, PutOff> putOff = new ConcurrentHashMap<>();

  /**
   * Takes nothing yet.
   *
   * @param till where orders are taken, asked each time
   */
  UploadJob(
      DropFolder folder,
      UploadBook book,
      UploadQuery query,
      Supplier<Optional<Till>> till,
      Format format) {
    this.folder = requireNonNull(folder, "folder is null");
    this.book = requireNonNull(book, "book is null");
    this.query = requireNonNull(query, "query is null");
    this.till = requireNonNull(till, "till is null");
    this.format = requireNonNull(format, "format is null");
  }

  /**
   * A file that could not be taken when it was last tried.
   *
   * @param pause how many looks long it is left alone
   * @param left how many of them are to come
   */
  private record PutOff(String reason, int pause, int left) {}

  /** Why a file waits, if it was tried. */
  Optional<String> reason(DroppedFile file) {
    return Optional.ofNullable(putOff.get(file.id())).map(PutOff::reason);
  }

  /**
   * Looks once, and takes what is there.
   *
   * @throws IOException if the folder cannot be used
   */
  void look() throws IOException {
    folder.collect();
    for (DroppedFile file : folder.toCheck()) {
      PutOff before = putOff.get(file.id());
      if (before != null && before.left() > 0) {
        putOff.put(file.id(), new PutOff(before.reason(), before.pause(), before.left() - 1));
      } else {
        tryToSettle(file);
      }
    }
  }

  private void tryToSettle(DroppedFile file) throws IOException {
    try {
      settle(file);
      putOff.remove(file.id());
    } catch (RequestProblem e) {
      LOG.info("{} is put off: {}", file.onDisk(), e.getMessage());
      putOff(file, e.getMessage());
    } catch (Unavailable e) {
      LOG.info("{} is put off: {}", file.onDisk(), e.getMessage());
      putOff(file, e.problem().reason());
    } catch (RuntimeException e) {
      LOG.error("{} could not be taken", file.onDisk(), e);
      putOff(file, "Something broke: the log has the particulars.");
    }
  }

  private void putOff(DroppedFile file, String reason) {
    PutOff before = putOff.get(file.id());
    int pause = before == null ? 1 : Math.min(2 * before.pause(), LONGEST_PAUSE);
    putOff.put(file.id(), new PutOff(reason, pause, pause));
  }

  private void settle(DroppedFile file) throws IOException {
    Optional<Upload> ended = query.of(file.id());
    if (ended.isPresent()) { // but this process, or one before it, did not come to move it
      end(file, ended.get().state());
      return;
    }
    long bytes = folder.size(file);
    CheckedFile checked =
        bytes > DropFolder.MOST_BYTES
            ? CheckedFile.unread(DropFolder.tooLarge().getMessage())
            : CheckedFile.read(folder.open(file));
    if (checked.faults().isEmpty()) {
      take(file, bytes, checked);
    }
    if (!checked.faults().isEmpty()) {
      book.refuse(file, bytes, checked);
      end(file, Upload.State.REFUSED);
    }
  }

  /** Afterwards it is taken, or there are faults. */
  private void take(DroppedFile file, long bytes, CheckedFile checked) throws IOException {
    try {
      book.take(file, bytes, checked, () -> hand(checked));
      end(file, Upload.State.TAKEN);
    } catch (UploadBook.TakenBefore e) {
      checked.faults().add(0, "", takenBefore(checked));
    } catch (RequestProblem e) {
      if (e.status() == HttpStatus.SERVICE_UNAVAILABLE) {
        throw e;
      }
      note(e, checked);
    }
  }

  private void hand(CheckedFile checked) {
    Till open =
        till.get()
            .orElseThrow(
                () ->
                    new RequestProblem(
                        HttpStatus.SERVICE_UNAVAILABLE,
                        "Nothing takes orders now",
                        "No till is open behind this dashboard yet."));
    checked.content().hand(open);
  }

  private String takenBefore(CheckedFile checked) {
    return checked
        .sha256()
        .flatMap(query::taken)
        .map(
            before ->
                "the same content was taken before, as %s, at %s"
                    .formatted(before.file(), format.moment(before.endedAt())))
        .orElse("the same content was taken before");
  }

  /** What the till does not take, at the lines of the file that it is on. */
  private static void note(RequestProblem refusal, CheckedFile checked) {
    if (refusal.fields().isEmpty()) {
      checked.faults().add(0, "", refusal.getMessage());
    }
    for (FieldProblem problem : refusal.fields()) {
      Place place = Place.of(problem.field());
      long line = checked.content().line(place);
      checked.faults().add(line, column(place, checked), place.reason(problem));
    }
  }

  /** A shop's counter says id of whatever it is about. */
  private static String column(Place place, CheckedFile checked) {
    return place.column().equals("id")
        ? checked.kind().map(kind -> kind.required().get(0)).orElse("")
        : place.column();
  }

  private void end(DroppedFile file, Upload.State state) throws IOException {
    if (state == Upload.State.REFUSED) {
      folder.report(file, Report.csv(query.faults(file.id())));
    }
    folder.end(file, state);
    LOG.info("{} was {}", file.onDisk(), state);
  }
}
