package dev.highstreet.simulator.market;

import dev.highstreet.schemas.StoreType;
import dev.highstreet.simulator.engine.RandomStream;
import dev.highstreet.simulator.profile.Channels;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;

/** The stores: the website first, then marketplaces, then shops in towns. */
public final class Stores {
  private static final int WEBSITE = 0;
  private static final List<String> MARKETPLACES =
      List.of("Bazaar Row", "Marketwise", "Parcel Yard", "Trove", "Stallholder");
  private static final double LEAST_RATING = 3.2;
  private static final double MOST_RATING = 4.9;

  private final Channels profile;
  private final long seed;
  private final List<Store> stores = new ArrayList<>();
  private final double[] ratings;
  private final int[] revisions;

  /** The stores of a profile. */
  public Stores(Channels profile, long seed) {
    this.profile = profile;
    this.seed = seed;
    Words words = Words.ours();
    List<Towns.Town> towns = new Towns().greatest();
    stores.add(
        new Store(
            WEBSITE,
            "WEB",
            "Highstreet Online",
            StoreType.WEBSITE,
            null,
            null,
            manager(words, 0),
            null,
            null));
    for (int i = 0; i < profile.marketplaces(); i++) {
      stores.add(marketplace(i));
    }
    for (int i = 0; i < profile.shops(); i++) {
      stores.add(shop(words, towns.get(i % towns.size()), i / towns.size()));
    }
    ratings = new double[stores.size()];
    revisions = new int[stores.size()];
    for (int store = 0; store < ratings.length; store++) {
      ratings[store] = 3.8 + 0.9 * RandomStream.of(seed, "rating", store).nextDouble();
      revisions[store] = 1;
    }
  }

  private Store marketplace(int place) {
    String name = MARKETPLACES.get(place % MARKETPLACES.size());
    return new Store(
        stores.size(),
        "MKT%02d".formatted(place + 1),
        place < MARKETPLACES.size() ? name : name + " " + (place / MARKETPLACES.size() + 1),
        StoreType.MARKETPLACE,
        null,
        null,
        null,
        null,
        profile.commissionRate());
  }

  private Store shop(Words words, Towns.Town town, int round) {
    int number = stores.size();
    RandomStream random = RandomStream.of(seed, "shop", number);
    int opens = 9 + random.nextInt(2);
    String postcode =
        "%s%d %d%c%c"
            .formatted(
                Towns.area(town, random),
                1 + random.nextInt(9),
                1 + random.nextInt(9),
                "ABDEFGHJLN".charAt(random.nextInt(10)),
                "PQRSTUWXYZ".charAt(random.nextInt(10)));
    return new Store(
        number,
        "SHOP%02d".formatted(number - profile.marketplaces()),
        "Highstreet " + town.name() + (round == 0 ? "" : " " + (round + 1)),
        StoreType.SHOP,
        town.name(),
        postcode,
        manager(words, number),
        new OpeningHours(opens, opens + 8 + random.nextInt(2), 11, 17),
        null);
  }

  private String manager(Words words, int number) {
    RandomStream random = RandomStream.of(seed, "manager", number);
    List<String> first = words.of("manager first");
    List<String> last = words.of("manager last");
    return first.get(random.nextInt(first.size())) + " " + last.get(random.nextInt(last.size()));
  }

  /** How many there are. */
  public int size() {
    return stores.size();
  }

  /** A store. */
  public Store store(int number) {
    return stores.get(number);
  }

  /** The website. */
  public Store website() {
    return stores.get(WEBSITE);
  }

  /** What customers think of a store, 1 to 5, to one digit. */
  public double rating(int store) {
    return Math.round(ratings[store] * 10) / 10.0;
  }

  /** A store's newest revision. */
  public int revision(int store) {
    return revisions[store];
  }

  /** A month has gone by. Whether customers now think otherwise of a store: a new revision. */
  public boolean rate(int store, int month) {
    double before = rating(store);
    RandomStream random = RandomStream.of(seed, "rating", RandomStream.mix(store, month));
    double moved = ratings[store] + 0.16 * (random.nextDouble() - 0.5);
    ratings[store] = Math.min(MOST_RATING, Math.max(LEAST_RATING, moved));
    boolean changed = rating(store) != before;
    if (changed) {
      revisions[store]++;
    }
    return changed;
  }

  /**
   * Where somebody buys: on a marketplace, in a shop if one that they would go to is open, else on
   * the website.
   *
   * @param shopper whose habits, such as the customer's number
   * @param local the time
   * @param visits whether they can come in person
   * @param random of this purchase
   */
  public Store choose(long shopper, LocalDateTime local, boolean visits, RandomStream random) {
    // a habit: each shopper leans to one store, and goes elsewhere now and then
    double where =
        random.nextDouble() < profile.habit()
            ? RandomStream.of(seed, "habit", shopper).nextDouble()
            : random.nextDouble();
    if (where < profile.marketplaceShare()) {
      return stores.get(1 + (int) (where / profile.marketplaceShare() * profile.marketplaces()));
    }
    if (where > 1 - profile.shopShare() && visits) {
      int nth = (int) ((1 - where) / profile.shopShare() * profile.shops());
      Store shop = stores.get(1 + profile.marketplaces() + Math.min(nth, profile.shops() - 1));
      if (isOpen(shop, local)) {
        return shop;
      }
    }
    return website();
  }

  /** Whether a shop is open. */
  public static boolean isOpen(Store shop, LocalDateTime local) {
    return shop.hours().open(local)
        && !BankHolidays.isHoliday(local.toLocalDate())
        && !BankHolidays.isClosedByLaw(local.toLocalDate());
  }

  /** Its opening hours in words; null for a store without. */
  public static String hoursInWords(Store store) {
    return store.hours() == null ? null : store.hours().inWords();
  }
}
