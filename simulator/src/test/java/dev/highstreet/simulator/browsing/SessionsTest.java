package dev.highstreet.simulator.browsing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.highstreet.schemas.ActivityKind;
import dev.highstreet.schemas.OrderPlaced;
import dev.highstreet.schemas.ShopperActivity;
import dev.highstreet.simulator.engine.ShopEvent;
import dev.highstreet.simulator.engine.Simulation;
import dev.highstreet.simulator.engine.SimulationOptions;
import dev.highstreet.simulator.profile.Profile;
import dev.highstreet.simulator.profile.SampleProfile;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The funnel that events show is the one that the profile asks for. */
class SessionsTest {
  private static final Profile SHOP = SampleProfile.small();
  private static final LocalDate JUNE = LocalDate.of(2025, 6, 1);

  private static final Map<ActivityKind, Set<String>> SESSIONS = new HashMap<>();
  private static final Map<String, Integer> SESSIONS_OF = new HashMap<>();
  private static final Map<String, Integer> ORDERS_OF = new HashMap<>();
  private static final List<OrderPlaced> WEB_ORDERS = new ArrayList<>();
  private static final List<OrderPlaced> SHOP_ORDERS = new ArrayList<>();

  @BeforeAll
  static void aMonthOfABusyShop() {
    Simulation.of(SHOP, SimulationOptions.of(5, JUNE, 8_000, SHOP.zone()))
        .advanceTo(JUNE.plusDays(30).atStartOfDay(SHOP.zone()).toInstant(), SessionsTest::collect);
  }

  private static void collect(ShopEvent event) {
    if (event.event() instanceof ShopperActivity activity) {
      SESSIONS
          .computeIfAbsent(activity.getKind(), kind -> new HashSet<>())
          .add(activity.getSessionId());
      if (activity.getKind() == ActivityKind.SESSION_STARTED && activity.getCustomerId() != null) {
        SESSIONS_OF.merge(activity.getCustomerId(), 1, Integer::sum);
      }
    } else if (event.event() instanceof OrderPlaced order) {
      if (order.getCustomerId() != null) {
        ORDERS_OF.merge(order.getCustomerId(), 1, Integer::sum);
      }
      if (order.getStoreId().equals("WEB")) {
        WEB_ORDERS.add(order);
      } else if (order.getStoreId().startsWith("SHOP")) {
        SHOP_ORDERS.add(order);
      }
    }
  }

  @Test
  void sessionsConvertAsThePriorsSay() {
    assertThat(share(WEB_ORDERS.size(), ActivityKind.SESSION_STARTED))
        .isCloseTo(0.028, within(0.002));
  }

  @Test
  void sevenOfTenCartsAreLeftBehind() {
    assertThat(1 - share(WEB_ORDERS.size(), ActivityKind.CART_ADDED)).isCloseTo(0.7, within(0.02));
  }

  @Test
  void aThirdOfCheckoutsAreLeftBehind() {
    assertThat(1 - share(WEB_ORDERS.size(), ActivityKind.CHECKOUT_STARTED))
        .isCloseTo(0.35, within(0.03));
  }

  @Test
  void oneInFourVisitsToAShopEndsInAnOrder() {
    assertThat(share(SHOP_ORDERS.size(), ActivityKind.STORE_VISITED)).isCloseTo(0.25, within(0.03));
  }

  @Test
  void everyOrderOnTheWebsiteHasASession() {
    assertThat(WEB_ORDERS)
        .hasSizeGreaterThan(1000)
        .allMatch(
            order -> SESSIONS.get(ActivityKind.CHECKOUT_STARTED).contains(order.getSessionId()));
  }

  @Test
  void loyalCustomersLookAroundMoreOften() {
    assertThat(sessionsOfCustomersWith(3, 100)).isGreaterThan(1.5 * sessionsOfCustomersWith(1, 1));
  }

  private static double sessionsOfCustomersWith(int least, int most) {
    return ORDERS_OF.entrySet().stream()
        .filter(orders -> orders.getValue() >= least && orders.getValue() <= most)
        .mapToInt(orders -> SESSIONS_OF.getOrDefault(orders.getKey(), 0) - orders.getValue())
        .average()
        .orElseThrow();
  }

  private static double share(int orders, ActivityKind kind) {
    return (double) orders / SESSIONS.get(kind).size();
  }
}
