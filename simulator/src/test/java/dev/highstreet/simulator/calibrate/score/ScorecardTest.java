package dev.highstreet.simulator.calibrate.score;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.highstreet.simulator.calibrate.GiftShop;
import dev.highstreet.simulator.calibrate.PastOrder;
import dev.highstreet.simulator.calibrate.SalesHistory;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.function.ToIntFunction;
import java.util.function.ToLongFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ScorecardTest {
  private static final SalesHistory SHOP = GiftShop.ofCustomers(1_000, 1);

  @Test
  void realCustomersDrawnAgainMeetNearlyEveryGoalAndAreFoundToBeCopies() {
    Scorecard card = score(SHOP, Fakes::customersDrawnAgain);
    assertThat(card.scores().stream().filter(score -> !score.isMet()).map(Score::measure))
        .hasSizeLessThanOrEqualTo(3)
        .contains(Measure.COPIES)
        .doesNotContain(Measure.ORDER_VALUE, Measure.GAPS, Measure.AUC, Measure.AUC_WITH_EXTREMES);
    assertThat(card.score(Measure.COPIES).value()).isEqualTo(1);
  }

  @Test
  void independentBasketsFailOnOrderValueThoughEveryMarginalIsRight() {
    Scorecard card = score(SHOP, Fakes::independentBaskets);
    assertThat(card.score(Measure.ORDER_LINES).isMet()).isTrue();
    assertThat(card.score(Measure.LINE_QUANTITY).isMet()).isTrue();
    assertThat(card.score(Measure.LINE_PRICE).isMet()).isTrue();
    assertThat(card.score(Measure.PRODUCTS).isMet()).isTrue();
    assertThat(card.score(Measure.ORDER_VALUE).met()).isZero();
    assertThat(card.score(Measure.ORDER_VALUE).value()).isGreaterThan(0.15);
    assertThat(card.score(Measure.AUC).met()).isZero();
    assertThat(card.isMet()).isFalse();
  }

  @Test
  void poissonGapsFailOnGapsThoughEverybodyComesAsOften() {
    Scorecard card = score(SHOP, Fakes::poissonGaps);
    assertThat(card.score(Measure.ORDER_VALUE).isMet()).isTrue();
    assertThat(card.score(Measure.RECENCY).isMet()).isTrue();
    assertThat(card.score(Measure.REPEAT_RATE).isMet()).isTrue();
    assertThat(card.score(Measure.GAPS).met()).isZero();
    assertThat(card.score(Measure.GAPS).value()).isGreaterThan(0.08);
  }

  @Test
  void sameSeedScoresTheSame() {
    Scorecard.Options once = new Scorecard.Options(2, 1, 7);
    List<Score> scores = Scorecard.of(SHOP, Fakes::independentBaskets, once).scores();
    assertThat(Scorecard.of(SHOP, Fakes::independentBaskets, once).scores()).isEqualTo(scores);
    Scorecard.Options other = new Scorecard.Options(2, 1, 8);
    assertThat(Scorecard.of(SHOP, Fakes::independentBaskets, other).scores()).isNotEqualTo(scores);
  }

  @Test
  void modelSeesOneHalfAndIsAskedForAMultipleOfTheOther() {
    Scorecard unused =
        Scorecard.of(
            SHOP,
            (fitted, customers, seed) -> {
              assertThat(fitted.customers()).isEqualTo(500);
              assertThat(customers).isEqualTo(1_500);
              return Fakes.customersDrawnAgain(fitted, customers, seed);
            },
            new Scorecard.Options(1, 3, 1));
  }

  @Test
  void withoutKnownCustomersEachOrderIsACustomersOnlyOne() {
    SalesHistory guests = guestsOf(SHOP);
    assertThat(Scorecard.isPossible(guests)).isTrue();
    Scorecard card = score(guests, Fakes::customersDrawnAgain);
    assertThat(card.score(Measure.ORDER_VALUE).isMet()).isTrue();
    assertThat(card.score(Measure.GAPS).isTaken()).isFalse();
    assertThat(card.score(Measure.GAPS).value()).isNaN();
    assertThat(card.score(Measure.CLOSENESS).isMet()).isTrue();
  }

  @Test
  void fileWithoutHoursDoesNotTellSimulatedHoursFromNone() {
    SalesHistory dates = atMidnight(SHOP);
    Scorecard card =
        score(
            dates,
            (fitted, customers, seed) ->
                Fakes.customersDrawnAgain(Halves.of(SHOP, seed).fitted(), customers, seed));
    assertThat(card.score(Measure.HOURS_OF_WEEK).isMet()).isTrue();
    assertThat(card.score(Measure.AUC).isMet()).isTrue();
  }

  @Test
  void handfulOfCustomersCannotBeParted() {
    assertThat(Scorecard.isPossible(GiftShop.ofCustomers(3, 1))).isFalse();
    assertThat(Scorecard.isPossible(GiftShop.ofCustomers(4, 1))).isTrue();
  }

  @ParameterizedTest
  @ValueSource(ints = {4, 9, 40})
  void fewCustomersAreScoredAsFarAsTheyGo(int customers) {
    Scorecard card = score(GiftShop.ofCustomers(customers, 1), Fakes::customersDrawnAgain);
    assertThat(card.score(Measure.ORDER_VALUE).isTaken()).isTrue();
  }

  @Test
  void optionsOutOfBoundsAreNamed() {
    assertThatThrownBy(() -> new Scorecard.Options(0, 5, 1))
        .hasMessage("splits is 0: give 1 or more");
    assertThatThrownBy(() -> new Scorecard.Options(5, 0, 1))
        .hasMessage("crowd is 0: give 1 or more");
  }

  private static Scorecard score(SalesHistory history, Model model) {
    return Scorecard.of(history, model, Scorecard.Options.usual());
  }

  private static SalesHistory guestsOf(SalesHistory history) {
    return with(history, 0, order -> PastOrder.GUEST, PastOrder::at);
  }

  private static SalesHistory atMidnight(SalesHistory history) {
    return with(
        history,
        history.customers(),
        PastOrder::customer,
        order ->
            Instant.ofEpochMilli(order.at())
                .atZone(history.zone())
                .truncatedTo(ChronoUnit.DAYS)
                .toInstant()
                .toEpochMilli());
  }

  private static SalesHistory with(
      SalesHistory history,
      int customers,
      ToIntFunction<PastOrder> customer,
      ToLongFunction<PastOrder> at) {
    List<PastOrder> orders =
        history.orders().stream()
            .map(
                order ->
                    new PastOrder(
                        customer.applyAsInt(order),
                        at.applyAsLong(order),
                        order.products(),
                        order.quantities(),
                        order.pricesMicros()))
            .toList();
    return new SalesHistory(
        history.zone(),
        history.first(),
        history.last(),
        customers,
        history.products(),
        history.categories(),
        orders,
        List.of());
  }
}
