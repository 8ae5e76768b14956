package dev.highstreet.jobs.core;

import static dev.highstreet.jobs.mart.ColumnValue.bool;
import static dev.highstreet.jobs.mart.ColumnValue.integer;
import static dev.highstreet.jobs.mart.ColumnValue.micros;
import static dev.highstreet.jobs.mart.ColumnValue.ratio;
import static dev.highstreet.jobs.mart.ColumnValue.text;
import static dev.highstreet.jobs.mart.ColumnValue.timestamptz;

import dev.highstreet.jobs.event.CustomerRevision;
import dev.highstreet.jobs.event.ProductRevision;
import dev.highstreet.jobs.event.StoreRevision;
import dev.highstreet.jobs.mart.MartTable;
import dev.highstreet.jobs.mart.Routing;

/** The tables of products, stores and customers. */
public final class CatalogueTables {
  private static final MartTable<ProductRevision> PRODUCTS =
      MartTable.<ProductRevision>named("core.products")
          .key("product_id", text(ProductRevision::productId))
          .value("revision", integer(ProductRevision::revision))
          .value("name", text(ProductRevision::name))
          .value("category", text(ProductRevision::category))
          .value("brand", text(ProductRevision::brand))
          .value("supplier", text(ProductRevision::supplier))
          .value("list_price", micros(ProductRevision::listPriceMicros))
          .value("unit_cost", micros(ProductRevision::unitCostMicros))
          .value("unit_cost_assumed", bool(ProductRevision::unitCostAssumed))
          .value("active", bool(ProductRevision::active))
          .value("effective_from", timestamptz(ProductRevision::effectiveFrom))
          .build();

  private static final MartTable<CatalogueChange> PRICE_HISTORY =
      MartTable.<CatalogueChange>named("core.product_price_history")
          .key("product_id", text(change -> change.revision().product().productId()))
          .key("revision", integer(change -> change.revision().number()))
          .value("name", text(change -> change.revision().product().name()))
          .value("category", text(change -> change.revision().product().category()))
          .value("list_price", micros(change -> change.revision().product().listPriceMicros()))
          .value("unit_cost", micros(change -> change.revision().product().unitCostMicros()))
          .value("valid_from", timestamptz(change -> change.revision().product().effectiveFrom()))
          .value("valid_to", timestamptz(CatalogueChange::validTo))
          .build();

  private static final MartTable<StoreRevision> STORES =
      MartTable.<StoreRevision>named("core.stores")
          .key("store_id", text(StoreRevision::storeId))
          .value("revision", integer(StoreRevision::revision))
          .value("name", text(StoreRevision::name))
          .value("type", text(StoreRevision::type))
          .value("city", text(StoreRevision::city))
          .value("postcode", text(StoreRevision::postcode))
          .value("manager", text(StoreRevision::manager))
          .value("opening_hours", text(StoreRevision::openingHours))
          .value("commission_rate", ratio(StoreRevision::commissionRate))
          .value("rating", ratio(StoreRevision::rating))
          .value("opened_at", timestamptz(StoreRevision::openedAt))
          .build();

  private static final MartTable<CustomerRevision> CUSTOMERS =
      MartTable.<CustomerRevision>named("core.customers")
          .key("customer_id", text(CustomerRevision::customerId))
          .value("revision", integer(CustomerRevision::revision))
          .value("registered_at", timestamptz(CustomerRevision::registeredAt))
          .value("country", text(CustomerRevision::country))
          .value("city", text(CustomerRevision::city))
          .value("postcode_area", text(CustomerRevision::postcodeArea))
          .value("segment", text(CustomerRevision::segment))
          .build();

  private CatalogueTables() {}

  /** A product's revision in its history, and the entity itself if the revision is the newest. */
  public static Routing<CatalogueChange> routing() {
    return (change, rows) -> {
      if (change.revision().product() != null) {
        rows.add(PRICE_HISTORY, change);
      }
      if (!change.newest()) {
        return;
      }
      if (change.revision().product() != null) {
        rows.add(PRODUCTS, change.revision().product());
      } else if (change.revision().store() != null) {
        rows.add(STORES, change.revision().store());
      } else {
        rows.add(CUSTOMERS, change.revision().customer());
      }
    };
  }
}
