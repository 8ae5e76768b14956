package dev.highstreet.dashboard.api;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.highstreet.dashboard.shell.Cached;
import dev.highstreet.dashboard.shell.Parameters;
import dev.highstreet.dashboard.shell.RequestProblem;
import dev.highstreet.dashboard.shell.Shell;
import io.javalin.http.Context;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** {@code /api/marts/{name}}: rows of any mart, as JSON page by page, or as CSV as a whole. */
final class MartRoute {
  private static final Logger LOG = LoggerFactory.getLogger(MartRoute.class);
  private static final int LIMIT = 100;
  private static final int MOST = 1_000;

  /** Rows of a CSV that are read at once: no connection is held while a slow reader takes them. */
  private static final int BATCH = 5_000;

  private static final int MOST_OF_CSV = 10_000_000;

  private final Cached<Map<String, Mart>> catalog;
  private final MartRowsQuery query;
  private final RecentAnswers recent;

  MartRoute(Shell shell, RecentAnswers recent) {
    this.catalog =
        new Cached<>(
            new MartCatalogQuery(shell.database())::read, Duration.ofSeconds(10), shell.clock());
    this.query = new MartRowsQuery(shell.database());
    this.recent = requireNonNull(recent, "recent is null");
  }

  void rows(Context request) throws IOException {
    Mart mart = mart(request.pathParam("name"));
    List<String> names = new ArrayList<>(MartSelection.parameters(mart));
    names.addAll(List.of("limit", "format"));
    Parameters parameters = Parameters.of(request, names);
    MartSelection selection = MartSelection.read(mart, parameters);
    if (isCsv(request, parameters)) {
      csv(request, selection, parameters.number("limit", MOST_OF_CSV, 1, MOST_OF_CSV));
    } else {
      json(request, selection, parameters.number("limit", LIMIT, 1, MOST));
    }
  }

  private Mart mart(String name) {
    Map<String, Mart> marts = catalog.get();
    return Optional.ofNullable(marts.get(name))
        .orElseThrow(
            () ->
                RequestProblem.missing(
                    "There is no mart of that name, only %s."
                        .formatted(String.join(", ", marts.keySet()))));
  }

  private static boolean isCsv(Context request, Parameters parameters) {
    return parameters
        .oneOf("format", List.of("csv", "json"))
        .map("csv"::equals)
        .orElseGet(
            () ->
                Optional.ofNullable(request.header("Accept"))
                    .filter(accept -> accept.startsWith("text/csv"))
                    .isPresent());
  }

  private void json(Context request, MartSelection selection, int limit) {
    recent.send(
        request,
        () ->
            Answer.page(
                    "rows",
                    query.read(selection, limit + 1),
                    limit,
                    row -> shape(selection.mart(), row),
                    selection::placeOf)
                .put("mart", selection.mart().name()));
  }

  private static ObjectNode shape(Mart mart, List<Object> row) {
    ObjectNode shape = Answer.object();
    for (int i = 0; i < row.size(); i++) {
      ColumnType.put(shape, mart.columns().get(i).name(), row.get(i));
    }
    return shape;
  }

  /** Each row is as it is when it is read; the whole is no picture of one moment. */
  private void csv(Context request, MartSelection selection, int limit) throws IOException {
    // before anything is written: what goes wrong here can still be said
    List<List<Object>> rows = query.read(selection, Math.min(BATCH, limit));
    request
        .contentType("text/csv; charset=utf-8; header=present")
        .header(
            "Content-Disposition",
            "attachment; filename=\"%s.csv\""
                .formatted(selection.mart().name().replaceAll("[^A-Za-z0-9_]", "_")));
    MartCsv csv = new MartCsv(selection.mart(), request.outputStream());
    csv.header();
    csv.rows(rows);
    try {
      int left = limit - rows.size();
      while (rows.size() == BATCH && left > 0) {
        rows = query.read(selection.goingOnAfter(rows.get(rows.size() - 1)), Math.min(BATCH, left));
        csv.rows(rows);
        left -= rows.size();
      }
    } catch (RuntimeException e) {
      LOG.warn("{} as CSV was cut short", selection.mart().name(), e);
      // a file that looks whole and is not would be believed: the connection is broken instead
      request.res().sendError(-1);
    }
  }
}
