package dev.highstreet.dashboard.intake;

import com.fasterxml.jackson.databind.JsonNode;
import dev.highstreet.schemas.EventIdentity;
import dev.highstreet.schemas.ProductRevised;
import java.time.Instant;
import java.util.Optional;

/**
 * A product as others write it, as a revision. What can be told from it alone is judged here, by
 * the bounds of the contract.
 */
public final class ProductForm {
  private ProductForm() {}

  /**
   * Reads one; what is wrong is noted.
   *
   * @param name where it is, such as {@code products[3]}
   * @return a revision as a till takes it: without an event id and times; empty if the value is no
   *     object
   */
  public static Optional<ProductRevised> read(JsonNode value, String name, Problems problems) {
    return Fields.of(value, name, problems).map(ProductForm::product);
  }

  private static ProductRevised product(Fields fields) {
    String id = fields.id("productId");
    int revision = fields.optionalWhole("revision", 1, Integer.MAX_VALUE, Till.NEWEST_REVISION);
    String name = fields.text("name");
    String category = fields.id("category");
    String brand = fields.optionalText("brand");
    String supplier = fields.optionalText("supplier");
    long price = fields.micros("listPrice", 0, Amount.MOST_MICROS);
    long cost = fields.micros("unitCost", 0, Amount.MOST_MICROS);
    boolean assumed = fields.optionalTruth("unitCostAssumed", false);
    boolean active = fields.optionalTruth("active", true);
    fields.refuseOthers();
    return new ProductRevised(
        EventIdentity.none(),
        Instant.EPOCH,
        Instant.EPOCH,
        id,
        revision,
        name,
        category,
        brand,
        supplier,
        price,
        cost,
        assumed,
        active,
        Instant.EPOCH);
  }
}
