package dev.highstreet.dashboard.uploads;

import static java.util.Objects.requireNonNull;

import dev.highstreet.dashboard.shell.RequestProblem;
import dev.highstreet.dashboard.shell.Unavailable;
import java.io.IOException;
import java.io.InputStream;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Brings to the folder what is put into a bucket, and once that has ended, puts it away there. What
 * has to be done next follows from the bucket, the folder and the database; so a process that is
 * killed at any moment is followed by one that goes on.
 */
final class BucketFeed {
  private static final Logger LOG = LoggerFactory.getLogger(BucketFeed.class);

  /** So many files may wait in the folder: what is beyond waits in the bucket. */
  static final int MOST_WAITING = 100;

  /** What a server copies at once; what is larger was refused, and stays where it is. */
  private static final long MOST_COPIED = 5L << 30;

  private static final int MOST_SAID = 100;

  private final Bucket bucket;
  private final DropFolder folder;
  private final UploadBook book;
  private final UploadQuery query;
  private final Set<String> said = new HashSet<>();
  private String after = "";
  private boolean faultless = true;
  private volatile String trouble = "";

  BucketFeed(Bucket bucket, DropFolder folder, UploadBook book, UploadQuery query) {
    this.bucket = requireNonNull(bucket, "bucket is null");
    this.folder = requireNonNull(folder, "folder is null");
    this.book = requireNonNull(book, "book is null");
    this.query = requireNonNull(query, "query is null");
  }

  /** Where others put files. */
  String incoming() {
    BucketAddress address = bucket.address();
    return "s3://%s/%s".formatted(address.bucket(), address.incoming());
  }

  /** Why files are left in the bucket; empty if none are. */
  Optional<String> trouble() {
    return Optional.of(trouble).filter(words -> !words.isEmpty());
  }

  /**
   * Looks once at a thousand objects, those after the ones that it looked at last. Whatever goes
   * wrong with one ends this look, and the next goes on behind it: so none holds up others for
   * good.
   */
  void look() {
    try {
      Bucket.Listing listing = bucket.incoming(after);
      try {
        feed(listing);
      } catch (IOException | RuntimeException e) {
        faultless = false;
        throw e;
      }
    } catch (BucketTrouble e) {
      troubled(e.getMessage(), e);
    } catch (IOException e) {
      troubled("A file cannot be brought from there: " + e.getMessage(), e);
    } catch (Unavailable e) {
      troubled(e.problem().reason(), e);
    } catch (RequestProblem e) {
      troubled(e.getMessage(), e);
    } catch (RuntimeException e) {
      troubled("Something broke: the log has the particulars.", e);
    }
  }

  private void feed(Bucket.Listing listing) throws IOException {
    int room = MOST_WAITING - folder.toCheck().size();
    for (BucketObject object : listing.objects()) {
      after = object.key();
      if (object.isFile() && feed(object, room > 0)) {
        room--;
      }
    }
    if (!listing.more()) {
      endRound();
    }
  }

  /** What was wrong with an object is said until all were looked at without its being so. */
  private void endRound() {
    if (faultless) {
      trouble = "";
      said.clear();
    }
    after = "";
    faultless = true;
  }

  private void troubled(String words, Exception e) {
    if (Thread.currentThread().isInterrupted()) { // it is we who end
      return;
    }
    if (said.size() < MOST_SAID && said.add(words)) { // said once, not at every look
      LOG.warn("Files are left in {}: {}", incoming(), words, e);
    }
    trouble = words;
  }

  /** Whether it is one more in the folder now. */
  private boolean feed(BucketObject object, boolean room) throws IOException {
    DroppedFile file = object.file();
    // asked before the database: what leaves the folder has been written down before
    if (folder.isChecking(file)) {
      return false;
    }
    Optional<Upload> ended = query.of(file.id());
    if (ended.isPresent()) {
      if (object.bytes() <= MOST_COPIED) {
        putAway(object, ended.get().state());
      }
      return false;
    }
    if (object.bytes() > DropFolder.MOST_BYTES) {
      refuse(object);
      return false;
    }
    return room && fetch(object);
  }

  private boolean fetch(BucketObject object) throws IOException {
    Optional<InputStream> opened = bucket.open(object);
    if (opened.isEmpty()) {
      return false;
    }
    try (InputStream content = opened.get()) {
      folder.receive(object.file(), content);
    }
    LOG.info("{} was brought as {}", object.key(), object.file().onDisk());
    return true;
  }

  private void refuse(BucketObject object) throws IOException {
    CheckedFile unread = CheckedFile.unread(DropFolder.tooLarge().getMessage());
    book.refuse(object.file(), object.bytes(), unread);
    if (object.bytes() <= MOST_COPIED) {
      putAway(object, Upload.State.REFUSED);
    } else {
      report(object.file());
    }
  }

  private void report(DroppedFile file) throws BucketTrouble {
    String refused = bucket.address().ended(Upload.State.REFUSED);
    bucket.put(refused + file.report(), Report.csv(query.faults(file.id())));
  }

  /** Each step may be done again; the last is what makes it be no more asked for. */
  private void putAway(BucketObject object, Upload.State state) throws BucketTrouble {
    DroppedFile file = object.file();
    if (state == Upload.State.REFUSED) {
      report(file);
    }
    if (bucket.copy(object, bucket.address().ended(state) + file.onDisk())) {
      bucket.remove(object);
      LOG.info("{} was {}", object.key(), state);
    }
  }
}
