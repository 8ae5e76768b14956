package dev.highstreet.jobs.clean;

import static dev.highstreet.jobs.event.ShopEvents.TEAPOT;
import static dev.highstreet.jobs.event.ShopEvents.customer;
import static dev.highstreet.jobs.event.ShopEvents.product;
import static dev.highstreet.jobs.event.ShopEvents.store;
import static dev.highstreet.jobs.event.ShopEvents.teapot;
import static dev.highstreet.jobs.event.ShopEvents.website;
import static org.assertj.core.api.Assertions.assertThat;

import dev.highstreet.jobs.event.Arrival;
import dev.highstreet.jobs.event.EventId;
import dev.highstreet.jobs.event.ProductRevision;
import dev.highstreet.jobs.event.Revision;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class RevisionRulesTest {
  @Test
  void soundRevisionsPass() {
    assertThat(List.of(teapot(), website(), customer("alice")))
        .allSatisfy(arrival -> assertThat(RevisionRules.fault(arrival)).isNull());
  }

  @Test
  void revisionWithoutAnEventIdLacksSomething() {
    Arrival teapot = teapot();
    Arrival nameless =
        new Arrival(
            teapot.origin(),
            teapot.key(),
            teapot.bytes(),
            new EventId(0, 0),
            teapot.occurredAt(),
            teapot.receivedAt(),
            null,
            teapot.revision(),
            null);
    assertThat(RevisionRules.fault(nameless)).isEqualTo(missing("eventId is all zeros"));
  }

  static Stream<Arrival> revisionsOfNothing() {
    return Stream.of(product(" ", 1, "KITCHEN", "1.20"), store("", "SHOP"), customer("\t"));
  }

  @ParameterizedTest
  @MethodSource("revisionsOfNothing")
  void revisionOfNothingLacksSomething(Arrival arrival) {
    assertThat(RevisionRules.fault(arrival))
        .isEqualTo(missing("the id of the revised entity is blank"));
  }

  @ParameterizedTest
  @ValueSource(ints = {0, -1, Integer.MIN_VALUE})
  void revisionsAreNumberedFromOne(int revision) {
    assertThat(RevisionRules.fault(product(TEAPOT, revision, "KITCHEN", "1.20")))
        .isEqualTo(missing("revision is %d; the first is 1".formatted(revision)));
    assertThat(RevisionRules.fault(customer("alice", revision, "France")).reason())
        .isEqualTo(Reason.MISSING_FIELD);
  }

  @Test
  void productWithoutACategoryLacksSomething() {
    assertThat(RevisionRules.fault(product(TEAPOT, 1, " ", "1.20")))
        .isEqualTo(missing("category is blank"));
  }

  @Test
  void idAndCategoryMayHaveTwoHundredCharactersAndNoMore() {
    String longest = "x".repeat(200);
    assertThat(RevisionRules.fault(product(longest, 1, longest, "1.20"))).isNull();
    assertThat(RevisionRules.fault(product(TEAPOT, 1, longest + "x", "1.20")))
        .isEqualTo(
            Fault.clean(
                0, Reason.ID_TOO_LONG, "category has 201 characters; it must have at most 200"));
    assertThat(
            Stream.of(
                    product(longest + "x", 1, "KITCHEN", "1.20"),
                    store(longest + "x", "SHOP"),
                    customer(longest + "x"))
                .map(RevisionRules::fault))
        .extracting(Fault::reason)
        .containsOnly(Reason.ID_TOO_LONG);
  }

  @ParameterizedTest
  @CsvSource({
    "-1, NON_POSITIVE_PRICE",
    "-9223372036854775808, NON_POSITIVE_PRICE",
    "100000000000001, AMOUNT_OUT_OF_RANGE",
    "9223372036854775807, AMOUNT_OUT_OF_RANGE"
  })
  void priceAndCostOutOfRangeAreAtFault(long micros, Reason reason) {
    assertThat(RevisionRules.fault(priced(micros, 0)))
        .extracting(Fault::line, Fault::reason)
        .containsExactly(0, reason);
    assertThat(RevisionRules.fault(priced(0, micros)).detail())
        .startsWith("unitCostMicros is " + micros + ";");
  }

  @ParameterizedTest
  @ValueSource(longs = {0, 1, 100_000_000_000_000L})
  void productMayBeFreeAndMayBeDear(long micros) {
    assertThat(RevisionRules.fault(priced(micros, micros))).isNull();
  }

  private static Arrival priced(long listPrice, long unitCost) {
    Arrival teapot = teapot();
    return new Arrival(
        teapot.origin(),
        teapot.key(),
        teapot.bytes(),
        teapot.eventId(),
        teapot.occurredAt(),
        teapot.receivedAt(),
        null,
        Revision.of(
            new ProductRevision(
                TEAPOT, 1, "Teapot", "KITCHEN", null, null, listPrice, unitCost, true, true, 0)),
        null);
  }

  private static Fault missing(String detail) {
    return Fault.clean(0, Reason.MISSING_FIELD, detail);
  }
}
