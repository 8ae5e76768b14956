package dev.highstreet.dashboard.api;

import static java.util.Objects.requireNonNull;

import dev.highstreet.dashboard.shell.LiveRoute;
import dev.highstreet.dashboard.shell.Shell;
import io.javalin.http.Context;
import java.util.Map;

/** {@code GET /api}: the interface for programs, for the people who write them. */
final class ApiPage {
  private final Shell shell;
  private final ApiView view;

  ApiPage(Shell shell, OpenApi document) {
    this.shell = requireNonNull(shell, "shell is null");
    this.view = ApiView.of(document.document());
  }

  void show(Context request) {
    request.render(
        "api/page.jte",
        Map.of(
            "frame",
            shell.frame(request, "api", "API", "/live?page=" + LiveRoute.STILL, ""),
            "view",
            view));
  }
}
