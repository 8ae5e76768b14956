package dev.highstreet.dashboard.intake;

import static java.util.Objects.requireNonNull;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.highstreet.dashboard.shell.FieldProblem;
import dev.highstreet.dashboard.shell.RequestProblem;
import dev.highstreet.schemas.ProductRevised;
import dev.highstreet.schemas.StoreRevised;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * Numbers the revisions of products and stores that others tell of, after those in the tables and
 * those sent since: the job may not have written these yet. They are remembered for an hour.
 */
final class RevisionDesk {
  private static final Duration KEPT = Duration.ofHours(1);
  private static final int MOST = 200_000;

  private final NewestRevisionQuery newest;
  private final Cache<String, ProductRevised> products = cache();
  private final Cache<String, StoreRevised> stores = cache();

  RevisionDesk(NewestRevisionQuery newest) {
    this.newest = requireNonNull(newest, "newest is null");
  }

  private static <R> Cache<String, R> cache() {
    return Caffeine.newBuilder().maximumSize(MOST).expireAfterWrite(KEPT).build();
  }

  /**
   * Those that are new, with their numbers, still without event ids and times.
   *
   * @param given products first; the place of a store counts on from theirs
   * @throws RequestProblem 400 naming each at fault
   */
  News news(News given) {
    List<FieldProblem> faults = new ArrayList<>();
    List<String> productIds = given.products().stream().map(ProductRevised::getProductId).toList();
    List<String> storeIds = given.stores().stream().map(StoreRevised::getStoreId).toList();
    List<ProductRevised> newProducts =
        numbered(
            new Numbering<>(
                new ProductShape(),
                known(
                    productIds.isEmpty() ? List.of() : newest.products(productIds),
                    productIds,
                    products)),
            given.products(),
            0,
            faults);
    List<StoreRevised> newStores =
        numbered(
            new Numbering<>(
                new StoreShape(),
                known(storeIds.isEmpty() ? List.of() : newest.stores(storeIds), storeIds, stores)),
            given.stores(),
            given.products().size(),
            faults);
    if (!faults.isEmpty()) {
      throw RequestProblem.wrongFields(faults);
    }
    return new News(newProducts, newStores);
  }

  private static <R> List<R> known(List<R> written, List<String> ids, Cache<String, R> sent) {
    List<R> known = new ArrayList<>(written);
    ids.stream().distinct().map(sent::getIfPresent).filter(Objects::nonNull).forEach(known::add);
    return known;
  }

  private static <R> List<R> numbered(
      Numbering<R> numbering, List<R> given, int first, List<FieldProblem> faults) {
    List<R> numbered = new ArrayList<>();
    for (int i = 0; i < given.size(); i++) {
      numbering.next("revisions[%d]".formatted(first + i), given.get(i)).ifPresent(numbered::add);
    }
    faults.addAll(numbering.faults());
    return numbered;
  }

  /** These are in Kafka. */
  void sent(News news) {
    news.products().forEach(product -> products.put(product.getProductId(), product));
    news.stores().forEach(store -> stores.put(store.getStoreId(), store));
  }

  /** Revisions that go together. */
  record News(List<ProductRevised> products, List<StoreRevised> stores) {
    News {
      products = List.copyOf(products);
      stores = List.copyOf(stores);
    }
  }
}
