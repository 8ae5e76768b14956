package dev.highstreet.simulator.market;

import static org.assertj.core.api.Assertions.assertThat;

import dev.highstreet.schemas.StoreType;
import dev.highstreet.simulator.engine.RandomStream;
import dev.highstreet.simulator.profile.Channels;
import java.time.LocalDateTime;
import java.util.EnumMap;
import java.util.Map;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

class StoresTest {
  private static final LocalDateTime TUESDAY_NOON = LocalDateTime.of(2025, 3, 4, 12, 0);
  private static final LocalDateTime TUESDAY_NIGHT = LocalDateTime.of(2025, 3, 4, 23, 0);
  private static final LocalDateTime GOOD_FRIDAY_NOON = LocalDateTime.of(2025, 4, 18, 12, 0);
  private static final Channels PRIORS = Channels.priors();

  private final Stores stores = new Stores(PRIORS, 7);

  @Test
  void purchasesAreSharedOutAsTheProfileSays() {
    Map<StoreType, Double> shares = shares(TUESDAY_NOON, true);

    assertThat(shares.get(StoreType.MARKETPLACE))
        .isCloseTo(PRIORS.marketplaceShare(), Offset.offset(0.01));
    assertThat(shares.get(StoreType.SHOP)).isCloseTo(PRIORS.shopShare(), Offset.offset(0.01));
  }

  @Test
  void nobodyBuysInAShopAtNightOnAHolidayOrFromAbroad() {
    assertThat(shares(TUESDAY_NIGHT, true)).doesNotContainKey(StoreType.SHOP);
    assertThat(shares(GOOD_FRIDAY_NOON, true)).doesNotContainKey(StoreType.SHOP);
    assertThat(shares(TUESDAY_NOON, false)).doesNotContainKey(StoreType.SHOP);
  }

  @Test
  void mostShoppersGoWhereTheyAlwaysGo() {
    int same = 0;
    for (int shopper = 0; shopper < 1000; shopper++) {
      Store first = choose(shopper, 1, TUESDAY_NOON, true);
      same += first.equals(choose(shopper, 2, TUESDAY_NOON, true)) ? 1 : 0;
    }
    assertThat(same).isBetween(750, 950);
  }

  @Test
  void everyShopHasItsTownPostcodeManagerAndHours() {
    for (int store = 0; store < stores.size(); store++) {
      if (stores.store(store).isShop()) {
        assertThat(stores.store(store)).hasNoNullFieldsOrPropertiesExcept("commissionRate");
        assertThat(stores.store(store).postcode()).matches("[A-Z]{1,2}\\d \\d[A-Z]{2}");
      }
    }
  }

  @Test
  void ratingsMoveNowAndThenAndStayWithinTheirBounds() {
    int revisions = 0;
    for (int month = 0; month < 600; month++) {
      revisions += stores.rate(0, month) ? 1 : 0;
      assertThat(stores.rating(0)).isBetween(3.2, 4.9);
    }
    assertThat(revisions).isBetween(50, 500);
    assertThat(stores.revision(0)).isEqualTo(1 + revisions);
  }

  @Test
  void shopWithoutOtherChannelsSellsOnItsWebsiteOnly() {
    Channels none = new Channels(PRIORS.origin(), 0, 0, 0, 0, 0, 0.5);
    Stores only = new Stores(none, 7);

    for (int shopper = 0; shopper < 100; shopper++) {
      Store store = only.choose(shopper, TUESDAY_NOON, true, RandomStream.of(7, "choice", shopper));
      assertThat(store).isEqualTo(only.website());
    }
  }

  private Store choose(int shopper, int time, LocalDateTime local, boolean visits) {
    RandomStream random = RandomStream.of(7, "choice", RandomStream.mix(shopper, time));
    return stores.choose(shopper, local, visits, random);
  }

  private Map<StoreType, Double> shares(LocalDateTime local, boolean visits) {
    int shoppers = 20_000;
    Map<StoreType, Double> shares = new EnumMap<>(StoreType.class);
    for (int shopper = 0; shopper < shoppers; shopper++) {
      shares.merge(choose(shopper, 0, local, visits).type(), 1.0 / shoppers, Double::sum);
    }
    return shares;
  }
}
