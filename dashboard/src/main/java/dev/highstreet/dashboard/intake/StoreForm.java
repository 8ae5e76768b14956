package dev.highstreet.dashboard.intake;

import com.fasterxml.jackson.databind.JsonNode;
import dev.highstreet.schemas.EventIdentity;
import dev.highstreet.schemas.StoreRevised;
import dev.highstreet.schemas.StoreType;
import java.time.Instant;
import java.util.Optional;

/**
 * A store as others write it, as a revision. What can be told from it alone is judged here, by the
 * bounds of the contract.
 */
public final class StoreForm {
  private StoreForm() {}

  /**
   * Reads one; what is wrong is noted.
   *
   * @param name where it is, such as {@code stores[3]}
   * @return a revision as a till takes it: without an event id and times, opened at {@link
   *     Till#WHEN_TAKEN} if it does not say; empty if the value is no object
   */
  public static Optional<StoreRevised> read(JsonNode value, String name, Problems problems) {
    return Fields.of(value, name, problems).map(StoreForm::store);
  }

  private static StoreRevised store(Fields fields) {
    String id = fields.id("storeId");
    int revision = fields.optionalWhole("revision", 1, Integer.MAX_VALUE, Till.NEWEST_REVISION);
    String name = fields.text("name");
    StoreType type = fields.word("type", StoreType.class, StoreType.SHOP);
    String city = fields.optionalText("city");
    String postcode = fields.optionalText("postcode");
    String manager = fields.optionalText("manager");
    String hours = fields.optionalText("openingHours");
    Double commission = fields.optionalNumber("commissionRate", 0, 1);
    Double rating = fields.optionalNumber("rating", 1, 5);
    Instant openedAt = fields.optionalTime("openedAt", Till.WHEN_TAKEN);
    fields.refuseOthers();
    return new StoreRevised(
        EventIdentity.none(),
        Instant.EPOCH,
        Instant.EPOCH,
        id,
        revision,
        name,
        type,
        city,
        postcode,
        manager,
        hours,
        commission,
        rating,
        openedAt);
  }
}
