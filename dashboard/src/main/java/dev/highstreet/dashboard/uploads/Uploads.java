package dev.highstreet.dashboard.uploads;

import static java.util.Objects.requireNonNull;

import dev.highstreet.dashboard.access.Changes;
import dev.highstreet.dashboard.intake.Till;
import dev.highstreet.dashboard.shell.LiveEvent;
import dev.highstreet.dashboard.shell.Parameters;
import dev.highstreet.dashboard.shell.Shell;
import io.javalin.config.RoutesConfig;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The folder and what feeds it, the job and the page of uploads, together. */
public final class Uploads implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Uploads.class);

  private final UploadBook book;
  private final Optional<UploadWatch> watch;
  private final Optional<BucketWatch> bucketWatch;
  private final UploadsPage page;
  private final BatchRoutes batches;

  /**
   * Takes nothing before it is started.
   *
   * @param places where files are dropped; empty where none is to be taken
   * @param till where orders are taken, asked each time
   * @param url of the database, whose role may add to {@code ops.uploads} and its faults
   */
  public Uploads(
      Optional<UploadPlaces> places,
      Shell shell,
      Changes changes,
      Supplier<Optional<Till>> till,
      String url,
      String user,
      String password) {
    requireNonNull(places, "places is null");
    UploadQuery query = new UploadQuery(shell.database());
    book = UploadBook.open(url, user, password);
    Optional<DropFolder> folder = places.map(known -> new DropFolder(known.folder()));
    Optional<UploadJob> job =
        folder.map(open -> new UploadJob(open, book, query, till, shell.format()));
    watch = folder.map(open -> new UploadWatch(open, job.orElseThrow()));
    Optional<Bucket> bucket = places.flatMap(UploadPlaces::bucket).map(Bucket::at);
    Optional<BucketFeed> feed =
        bucket.map(open -> new BucketFeed(open, folder.orElseThrow(), book, query));
    bucketWatch =
        feed.map(
            looking -> new BucketWatch(bucket.orElseThrow(), looking, watch.orElseThrow()::isOurs));
    page =
        new UploadsPage(
            shell,
            changes,
            query,
            folder,
            feed,
            file -> job.flatMap(known -> known.reason(file)),
            this::trouble);
    batches = new BatchRoutes(changes, shell.database(), folder);
  }

  private Optional<String> trouble() {
    return watch.flatMap(UploadWatch::trouble);
  }

  /** Adds the routes. */
  public void serve(RoutesConfig routes) {
    page.serve(routes);
    batches.serve(routes);
  }

  /** What is kept up to date on its page. */
  public List<LiveEvent> live(Parameters parameters) {
    return page.live(parameters);
  }

  /** Takes files from now on. */
  public void start() {
    watch.ifPresent(UploadWatch::start);
    bucketWatch.ifPresent(BucketWatch::start);
  }

  @Override
  public void close() {
    bucketWatch.ifPresent(BucketWatch::close);
    try {
      if (watch.isPresent()) {
        watch.get().close();
      }
    } catch (IOException e) {
      LOG.warn("The lock of the uploads cannot be given back", e);
    }
    book.close();
  }
}
