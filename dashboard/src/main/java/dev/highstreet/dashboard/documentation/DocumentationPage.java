package dev.highstreet.dashboard.documentation;

import static java.util.Objects.requireNonNull;

import dev.highstreet.dashboard.shell.Frame;
import dev.highstreet.dashboard.shell.LiveEvent;
import dev.highstreet.dashboard.shell.Parameters;
import dev.highstreet.dashboard.shell.Shell;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.NotFoundResponse;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * {@code GET /documentation}: what there is to read, or with {@code ?q=} what has to do with some
 * words; and below it one address for each page. It needs no database.
 */
public final class DocumentationPage {
  private static final String NAME = "documentation";

  private final Shell shell;
  private final Library library = Library.load();

  public DocumentationPage(Shell shell) {
    this.shell = requireNonNull(shell, "shell is null");
  }

  /** Adds the routes. */
  public void serve(RoutesConfig routes) {
    routes.get(Manuscript.ROOT, this::showContents);
    routes.get(Manuscript.ROOT + "/<page>", this::showPage);
  }

  /** Nothing here changes but the strip above. */
  public List<LiveEvent> live(Parameters parameters) {
    return List.of();
  }

  private void showContents(Context request) {
    Parameters parameters = Parameters.of(request);
    Optional<String> text = parameters.get("q");
    if (text.isPresent()) {
      request.render(
          "documentation/results.jte",
          Map.of(
              "frame",
              frame(request, "Search the documentation"),
              "view",
              SearchView.of(text.get(), library)));
    } else {
      request.render(
          "documentation/contents.jte",
          Map.of("frame", frame(request, "Documentation"), "library", library));
    }
  }

  /** Names are looked up whole, so an address that climbs about is simply unknown. */
  private void showPage(Context request) {
    Page page = library.page(request.pathParam("page")).orElseThrow(NotFoundResponse::new);
    request.render(
        "documentation/page.jte",
        Map.of("frame", frame(request, page.title()), "view", PageView.of(page, library)));
  }

  private Frame frame(Context request, String title) {
    return shell.frame(request, NAME, title, "/live?page=" + NAME, "");
  }
}
