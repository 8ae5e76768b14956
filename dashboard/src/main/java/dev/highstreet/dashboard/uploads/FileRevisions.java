package dev.highstreet.dashboard.uploads;

import dev.highstreet.dashboard.intake.Till;
import dev.highstreet.schemas.ProductRevised;
import dev.highstreet.schemas.StoreRevised;
import java.util.List;

/**
 * The products, or the stores, of a file.
 *
 * @param lines where each of them is
 */
record FileRevisions(List<ProductRevised> products, List<StoreRevised> stores, List<Long> lines)
    implements FileContent {
  FileRevisions {
    products = List.copyOf(products);
    stores = List.copyOf(stores);
    lines = List.copyOf(lines);
  }

  @Override
  public void hand(Till till) {
    till.revise(products, stores);
  }

  @Override
  public long line(Place place) {
    return lines.get(Math.min(place.entry(), lines.size() - 1));
  }
}
