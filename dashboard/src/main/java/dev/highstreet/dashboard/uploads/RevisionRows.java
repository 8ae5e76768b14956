package dev.highstreet.dashboard.uploads;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.highstreet.dashboard.intake.Problems;
import dev.highstreet.dashboard.intake.ProductForm;
import dev.highstreet.dashboard.intake.StoreForm;
import dev.highstreet.schemas.ProductRevised;
import dev.highstreet.schemas.StoreRevised;
import java.util.ArrayList;
import java.util.List;

/** Makes of each row a revision of a product, or of a store. */
final class RevisionRows implements Rows {
  private final Header header;
  private final Faults faults;
  private final List<ProductRevised> products = new ArrayList<>();
  private final List<StoreRevised> stores = new ArrayList<>();
  private final List<Long> lines = new ArrayList<>();

  RevisionRows(Header header, Faults faults) {
    this.header = requireNonNull(header, "header is null");
    this.faults = requireNonNull(faults, "faults is null");
  }

  @Override
  public void add(CsvFile.Row row) {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    header.named(row.cells()).forEach((column, cell) -> Cells.put(json, column, cell));
    Problems problems = new Problems();
    if (header.kind() == UploadKind.PRODUCTS) {
      ProductForm.read(json, Cells.OF_A_FILE, problems).ifPresent(products::add);
    } else {
      StoreForm.read(json, Cells.OF_A_FILE, problems).ifPresent(stores::add);
    }
    lines.add(row.line());
    problems
        .found()
        .forEach(
            problem -> {
              Place place = Place.of(problem.field());
              faults.add(row.line(), place.column(), place.reason(problem));
            });
  }

  @Override
  public FileContent end() {
    return new FileRevisions(products, stores, lines);
  }
}
