package dev.highstreet.dashboard.uploads;

import static java.util.Objects.requireNonNull;

import dev.highstreet.dashboard.access.Change;
import dev.highstreet.dashboard.access.Changes;
import dev.highstreet.dashboard.catalogue.Product;
import dev.highstreet.dashboard.catalogue.ProductFilter;
import dev.highstreet.dashboard.catalogue.ProductQuery;
import dev.highstreet.dashboard.catalogue.Store;
import dev.highstreet.dashboard.catalogue.StoreQuery;
import dev.highstreet.dashboard.shell.Database;
import dev.highstreet.dashboard.shell.RequestProblem;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** {@code POST /uploads/batches}: makes a file up, and gives it to be saved, or drops it. */
final class BatchRoutes {
  private static final int MOST_PRODUCTS = 2_000;
  private static final int MOST_STORES = 100;

  private final Changes changes;
  private final ProductQuery products;
  private final StoreQuery stores;
  private final Optional<DropFolder> folder;

  BatchRoutes(Changes changes, Database database, Optional<DropFolder> folder) {
    this.changes = requireNonNull(changes, "changes is null");
    this.products = new ProductQuery(database);
    this.stores = new StoreQuery(database);
    this.folder = requireNonNull(folder, "folder is null");
  }

  void serve(RoutesConfig routes) {
    routes.post("/uploads/batches", changes.audited("make a batch", this::make));
  }

  private void make(Context request, Change change) throws IOException {
    Batch batch = asked(request);
    change.target(batch.fileName());
    String then = field(request, "then");
    String csv = csv(batch);
    switch (then) {
      case "download" -> UploadsPage.download(request, batch.fileName(), csv);
      case "upload" -> {
        DroppedFile file =
            UploadsPage.required(folder)
                .receive(
                    batch.fileName(),
                    new ByteArrayInputStream(csv.getBytes(StandardCharsets.UTF_8)));
        change.detail("as " + file.onDisk());
        request.redirect("/uploads", HttpStatus.SEE_OTHER);
      }
      default -> throw RequestProblem.wrongField("then", then, "download or upload");
    }
  }

  private static Batch asked(Context request) {
    String name = field(request, "kind");
    UploadKind kind =
        Arrays.stream(UploadKind.values())
            .filter(known -> known.toString().equals(name))
            .findFirst()
            .orElseThrow(
                () -> RequestProblem.wrongField("kind", name, "transactions, products or stores"));
    return new Batch(
        kind, whole(request, "rows", Batch.MOST_ROWS), whole(request, "seed", Batch.MOST_SEED));
  }

  private static int whole(Context request, String name, int most) {
    String given = field(request, name);
    try {
      int number = Integer.parseInt(given);
      if (number >= 1 && number <= most) {
        return number;
      }
    } catch (NumberFormatException e) {
      // said below
    }
    throw RequestProblem.wrongField(name, given, "a whole number from 1 to %,d".formatted(most));
  }

  private static String field(Context request, String name) {
    return Optional.ofNullable(request.formParam(name)).orElse("").strip();
  }

  private String csv(Batch batch) {
    ProductFilter all = new ProductFilter(Optional.empty(), Optional.empty(), Optional.empty());
    List<Product> sold =
        products.active(all, MOST_PRODUCTS).stream()
            .filter(product -> product.listPrice().signum() > 0)
            .toList();
    List<Store> open = stores.after("", MOST_STORES);
    if (sold.isEmpty() || open.isEmpty()) {
      throw new RequestProblem(
          HttpStatus.CONFLICT,
          "There is nothing to make a batch of",
          "core.products and core.stores are empty: wait until the job has read some, or upload your own.");
    }
    return batch.csv(sold, open);
  }
}
