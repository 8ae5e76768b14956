package dev.highstreet.dashboard.uploads;

import static java.util.Objects.requireNonNull;

import dev.highstreet.dashboard.access.Change;
import dev.highstreet.dashboard.access.Changes;
import dev.highstreet.dashboard.shell.LiveEvent;
import dev.highstreet.dashboard.shell.Panel;
import dev.highstreet.dashboard.shell.Parameters;
import dev.highstreet.dashboard.shell.RequestProblem;
import dev.highstreet.dashboard.shell.Shell;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import io.javalin.http.UploadedFile;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Function;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** {@code /uploads}: what became of files, and a form that adds one. */
final class UploadsPage {
  private static final Logger LOG = LoggerFactory.getLogger(UploadsPage.class);
  private static final String PATH = "/uploads";
  private static final int SHOWN = 100;

  /** What a form adds to its file: the parts' heads, and the session's secret. */
  private static final long MOST_AROUND = 1 << 16;

  private final Shell shell;
  private final Changes changes;
  private final UploadQuery query;
  private final Optional<DropFolder> folder;
  private final Optional<BucketFeed> bucket;
  private final Function<DroppedFile, Optional<String>> putOff;
  private final Supplier<Optional<String>> trouble;

  /**
   * The page of a folder.
   *
   * @param folder empty where no files are taken
   * @param bucket what feeds it, if anything
   * @param putOff why a file waits, if it was tried
   * @param trouble why no files are taken, if they are not
   */
  UploadsPage(
      Shell shell,
      Changes changes,
      UploadQuery query,
      Optional<DropFolder> folder,
      Optional<BucketFeed> bucket,
      Function<DroppedFile, Optional<String>> putOff,
      Supplier<Optional<String>> trouble) {
    this.shell = requireNonNull(shell, "shell is null");
    this.changes = requireNonNull(changes, "changes is null");
    this.query = requireNonNull(query, "query is null");
    this.folder = requireNonNull(folder, "folder is null");
    this.bucket = requireNonNull(bucket, "bucket is null");
    this.putOff = requireNonNull(putOff, "putOff is null");
    this.trouble = requireNonNull(trouble, "trouble is null");
  }

  void serve(RoutesConfig routes) {
    routes.before(PATH, UploadsPage::refuseTooLarge);
    routes.get(PATH, this::show);
    routes.post(PATH, changes.audited("upload", this::receive));
    routes.get(PATH + "/templates/{kind}", UploadsPage::template);
    routes.get(PATH + "/{id}", this::showOne);
    routes.get(PATH + "/{id}/report.csv", this::report);
  }

  List<LiveEvent> live(Parameters parameters) {
    return List.of(
        new LiveEvent(
            "uploads",
            "",
            Duration.ofSeconds(1),
            () -> shell.text("uploads/list.jte", Map.of("view", view()))));
  }

  private void show(Context request) {
    request.render(
        "uploads/page.jte",
        Map.of(
            "frame",
            shell.frame(request, "uploads", "Uploads", "/live?page=uploads", "uploads"),
            "view",
            view(),
            "seed",
            1 + ThreadLocalRandom.current().nextInt(Batch.MOST_SEED)));
  }

  private UploadsView view() {
    return new UploadsView(
        folder.map(open -> open.incoming().toString()),
        trouble.get(),
        bucket.map(BucketFeed::incoming),
        bucket.flatMap(BucketFeed::trouble),
        underWay(),
        Panel.of(() -> query.newest(SHOWN)),
        shell.format());
  }

  private List<UploadsView.UnderWay> underWay() {
    if (folder.isEmpty()) {
      return List.of();
    }
    try {
      return UploadsView.UnderWay.of(folder.get().waiting(), folder.get().toCheck(), putOff);
    } catch (IOException e) {
      LOG.debug("The folder of uploads cannot be listed now", e); // the job tells of it
      return List.of();
    }
  }

  private void showOne(Context request) {
    Upload upload = upload(request);
    Map<String, Object> model = new HashMap<>();
    model.put("frame", shell.frame(request, "uploads", upload.file(), "", ""));
    model.put("upload", upload);
    model.put("faults", query.faults(upload.id()));
    model.put("format", shell.format());
    request.render("uploads/upload.jte", model);
  }

  private Upload upload(Context request) {
    String id = request.pathParam("id");
    return Optional.of(id)
        .filter(known -> known.matches("[0-9a-f]{16}"))
        .flatMap(query::of)
        .orElseThrow(
            () -> RequestProblem.missing("No file with the id %s was checked.".formatted(id)));
  }

  private void report(Context request) {
    Upload upload = upload(request);
    download(request, upload.file() + ".report.csv", Report.csv(query.faults(upload.id())));
  }

  private static void template(Context request) {
    String name = request.pathParam("kind");
    UploadKind kind =
        Arrays.stream(UploadKind.values())
            .filter(known -> (known + ".csv").equals(name))
            .findFirst()
            .orElseThrow(() -> RequestProblem.missing("There is no template %s.".formatted(name)));
    download(request, kind + ".csv", kind.template());
  }

  /** Answers with a file to be saved. */
  static void download(Context request, String name, String csv) {
    request.contentType("text/csv; charset=utf-8");
    request.header("Content-Disposition", "attachment; filename=\"%s\"".formatted(name));
    request.result(csv);
  }

  /** Before anything of the body is read. */
  private static void refuseTooLarge(Context request) {
    if (!request.method().name().toUpperCase(Locale.ROOT).equals("POST")) {
      return;
    }
    long length = request.req().getContentLengthLong();
    if (length < 0) {
      throw new RequestProblem(
          HttpStatus.LENGTH_REQUIRED,
          "How long is it?",
          "An upload must say its Content-Length, as browsers and curl -F do.");
    }
    if (length > DropFolder.MOST_BYTES + MOST_AROUND) {
      throw DropFolder.tooLarge();
    }
  }

  /** The folder, without which nothing can be dropped. */
  static DropFolder required(Optional<DropFolder> folder) {
    return folder.orElseThrow(
        () ->
            new RequestProblem(
                HttpStatus.CONFLICT,
                "No files are taken here",
                "This dashboard was started without a folder for them: set HIGHSTREET_UPLOADS."));
  }

  private void receive(Context request, Change change) throws IOException {
    DropFolder open = required(folder);
    UploadedFile uploaded = request.uploadedFile("file");
    if (uploaded == null) {
      throw RequestProblem.wrongField("file", "", "a file, in a form as multipart/form-data");
    }
    String name = FileName.ofRequest(uploaded.filename());
    change.target(name);
    try (InputStream content = uploaded.content()) {
      DroppedFile file = open.receive(name, content);
      change.detail("as " + file.onDisk());
    }
    request.redirect(PATH, HttpStatus.SEE_OTHER);
  }
}
