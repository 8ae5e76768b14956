package dev.highstreet.simulator.fraud;

import static org.assertj.core.api.Assertions.assertThat;

import dev.highstreet.schemas.PaymentMethod;
import dev.highstreet.simulator.engine.OrderDraft;
import dev.highstreet.simulator.engine.PlacedOrder;
import dev.highstreet.simulator.engine.RandomStream;
import dev.highstreet.simulator.fulfilment.Rehearsal;
import dev.highstreet.simulator.shopper.Purchase;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import org.junit.jupiter.api.Test;

class DisguiseTest {
  private static final int ATTACKS = 400;
  private static final long AT = Rehearsal.startOf(Rehearsal.FIRST);

  private final Rehearsal shop =
      new Rehearsal(1, 60).with((product, quantity, store) -> quantity).live(20, 200);
  private final HonestOrders honest = new HonestOrders();
  private final List<OrderDraft> honestDrafts = new ArrayList<>();

  DisguiseTest() {
    for (PlacedOrder order : shop.orders()) {
      if (order.draft().store() == Rehearsal.WEBSITE) {
        honest.add(order);
        honestDrafts.add(order.draft());
      }
    }
    honest.weigh();
  }

  @Test
  void takenOverAccountShowsItsMarksWithoutADisguiseAndNoneWithAPerfectOne() {
    List<OrderDraft> open = drafts(FraudPattern.ACCOUNT_TAKEOVER, 0);
    List<OrderDraft> hidden = drafts(FraudPattern.ACCOUNT_TAKEOVER, 1);

    assertThat(open)
        .allMatch(draft -> draft.customer() != Purchase.GUEST)
        .allMatch(draft -> newDevice(draft) > 0)
        .allMatch(draft -> abroad(draft) > 0)
        .allMatch(draft -> !draft.ipAddress().equals(ipAddress(draft)));
    assertThat(hidden)
        .allMatch(draft -> newDevice(draft) == 0)
        .allMatch(draft -> abroad(draft) == 0)
        .allMatch(draft -> draft.ipAddress().equals(ipAddress(draft)));
  }

  @Test
  void ringSharesDevicesOverSeveralAccounts() {
    Crimes crimes = crimes(0);
    for (int attack = 0; attack < 50; attack++) {
      List<FraudOrder> ring = commit(crimes, FraudPattern.RING, attack);
      assertThat(ring).hasSizeBetween(4, 9);
      assertThat(ring.stream().map(order -> order.draft().deviceId()).distinct().count())
          .isLessThanOrEqualTo(2);
      assertThat(ring.stream().map(order -> order.script().cards()[0]).distinct().count())
          .isLessThanOrEqualTo(3);
      assertThat(ring.stream().map(order -> order.draft().customer()).distinct().count())
          .isGreaterThan(2);
    }
  }

  @Test
  void billAndGoodsGoToDifferentCountriesWhereCountriesDoNotMatch() {
    assertThat(drafts(FraudPattern.COUNTRY_MISMATCH, 0)).allMatch(draft -> abroad(draft) > 0);
  }

  @Test
  void dearestGoodsAreWellAboveWhatIsUsual() {
    double[] usual = honestDrafts.stream().mapToDouble(this::value).sorted().toArray();

    assertThat(drafts(FraudPattern.HIGH_VALUE, 0))
        .allMatch(draft -> value(draft) > usual[(int) (usual.length * 0.7)]);
  }

  @Test
  void noSingleRuleFindsAsManyFraudsInDisguiseAsWithoutOne() {
    double open = bestRule(0);
    double half = bestRule(0.5);
    double hidden = bestRule(0.9);

    assertThat(open).isGreaterThan(0.35);
    assertThat(half).isLessThan(open - 0.1);
    assertThat(hidden).isLessThan(open / 2).isLessThan(half);
  }

  /**
   * Of all rules "suspicious above (or below) this", on value, country, device or account, the
   * share of frauds found less the share of honest orders suspected (Youden's J), at the best.
   */
  private double bestRule(double difficulty) {
    List<OrderDraft> frauds = new ArrayList<>();
    for (FraudPattern pattern : FraudPattern.values()) {
      frauds.addAll(drafts(pattern, difficulty));
    }
    Map<String, ToDoubleFunction<OrderDraft>> marks = new HashMap<>();
    marks.put("dear", this::value);
    marks.put("cheap", draft -> -value(draft));
    marks.put("abroad", this::abroad);
    marks.put("new device", this::newDevice);
    marks.put("guest", draft -> draft.customer() == Purchase.GUEST ? 1 : 0);
    marks.put("card", draft -> draft.paymentMethod() == PaymentMethod.CARD ? 1 : 0);
    marks.put("few lines", draft -> -draft.products().length);
    return marks.values().stream()
        .mapToDouble(mark -> best(sorted(frauds, mark), sorted(honestDrafts, mark)))
        .max()
        .orElseThrow();
  }

  private static double best(double[] frauds, double[] honest) {
    double best = 0;
    int above = 0;
    for (int i = 0; i < frauds.length; i++) {
      while (above < honest.length && honest[above] < frauds[i]) {
        above++;
      }
      if (i == 0 || frauds[i] > frauds[i - 1]) {
        double found = (frauds.length - i) / (double) frauds.length;
        double suspected = (honest.length - above) / (double) honest.length;
        best = Math.max(best, found - suspected);
      }
    }
    return best;
  }

  private static double[] sorted(List<OrderDraft> drafts, ToDoubleFunction<OrderDraft> mark) {
    return drafts.stream().mapToDouble(mark).sorted().toArray();
  }

  private List<OrderDraft> drafts(FraudPattern pattern, double difficulty) {
    Crimes crimes = crimes(difficulty);
    List<OrderDraft> drafts = new ArrayList<>();
    for (int attack = 0; drafts.size() < ATTACKS; attack++) {
      commit(crimes, pattern, attack).forEach(order -> drafts.add(order.draft()));
    }
    return drafts;
  }

  private static List<FraudOrder> commit(Crimes crimes, FraudPattern pattern, int attack) {
    return crimes.commit(pattern, attack, AT, RandomStream.of(2, pattern.name(), attack));
  }

  private Crimes crimes(double difficulty) {
    return new Crimes(shop, honest, new Disguise(difficulty), Rehearsal.COUNTRIES);
  }

  private double value(OrderDraft draft) {
    double value = 0;
    for (int i = 0; i < draft.products().length; i++) {
      value += (double) shop.product(draft.products()[i]).listPriceMicros() * draft.quantities()[i];
    }
    return value;
  }

  private double abroad(OrderDraft draft) {
    return draft.country().equals(draft.shippingCountry()) ? 0 : 1;
  }

  /** Whether a known customer orders from a device that is not theirs; of guests nobody knows. */
  private double newDevice(OrderDraft draft) {
    return draft.customer() == Purchase.GUEST
            || draft.deviceId().equals(shop.customer(draft.customer()).phone())
        ? 0
        : 1;
  }

  private String ipAddress(OrderDraft draft) {
    return shop.customer(draft.customer()).ipAddress();
  }

  @Test
  void disguiseHidesAsOftenAsItsDifficultySays() {
    RandomStream random = RandomStream.of(1, "disguise", 1);
    Disguise disguise = new Disguise(0.3);
    int hidden = 0;
    for (int i = 0; i < 10_000; i++) {
      hidden += disguise.hides(random) ? 1 : 0;
    }

    assertThat(hidden / 10_000.0).isBetween(0.277, 0.323); // five standard errors
  }
}
