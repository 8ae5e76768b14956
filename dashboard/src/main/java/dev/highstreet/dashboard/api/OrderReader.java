package dev.highstreet.dashboard.api;

import com.fasterxml.jackson.databind.JsonNode;
import dev.highstreet.dashboard.intake.Basket;
import dev.highstreet.dashboard.intake.Fields;
import dev.highstreet.dashboard.intake.Problems;
import dev.highstreet.dashboard.intake.StrictJson;
import dev.highstreet.dashboard.shell.RequestProblem;
import dev.highstreet.schemas.PaymentMethod;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads an order that is asked for in JSON, and names every field that is wrong, not the first. */
final class OrderReader {
  private OrderReader() {}

  /**
   * The basket that the body is.
   *
   * @param address of the buyer
   * @param userAgent as the buyer's program names itself
   * @throws RequestProblem 400 naming the fields at fault
   */
  static Basket read(byte[] body, String address, String userAgent) {
    Problems problems = new Problems();
    Optional<Basket> basket =
        Fields.of(StrictJson.read(body), "", problems)
            .map(fields -> basket(fields, problems, address, userAgent));
    problems.refuseIfAny();
    return basket.orElseThrow();
  }

  private static Basket basket(Fields fields, Problems problems, String address, String userAgent) {
    List<JsonNode> given = fields.list("lines", Basket.MOST_LINES);
    List<Basket.Line> lines = new ArrayList<>(given.size());
    for (int i = 0; i < given.size(); i++) {
      Fields.of(given.get(i), "lines[%d]".formatted(i), problems)
          .ifPresent(line -> lines.add(line(line)));
    }
    String store = fields.optionalId("storeId");
    String customer = fields.optionalId("customerId");
    PaymentMethod method =
        fields.optionalWord("paymentMethod", PaymentMethod.class, PaymentMethod.CARD);
    fields.refuseOthers();
    return new Basket(
        lines,
        Optional.ofNullable(store),
        Optional.ofNullable(customer),
        method.name(),
        address,
        userAgent);
  }

  private static Basket.Line line(Fields fields) {
    Basket.Line line =
        new Basket.Line(fields.id("productId"), fields.whole("quantity", 1, Basket.MOST_OF_A_LINE));
    fields.refuseOthers();
    return line;
  }
}
