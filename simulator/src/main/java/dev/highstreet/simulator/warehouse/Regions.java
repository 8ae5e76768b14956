package dev.highstreet.simulator.warehouse;

import dev.highstreet.simulator.profile.StockProfile.Region;
import dev.highstreet.simulator.profile.StockProfile.Site;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * Which warehouse serves whom first: the one in the region of the customer's postcode area, then
 * its neighbours. Who lives abroad, or nobody knows where, is served from the south or the middle.
 */
final class Regions {
  private static final String NORTH_AREAS =
      "AB BB BD BL BT CA CH CW DD DG DH DL DN EH FK FY G HD HG HS HU HX IM IV KA KW KY L LA LL LS M"
          + " ML NE OL PA PH PR S SK SR TD TS WA WF WN YO ZE";
  private static final String MIDLANDS_AREAS =
      "B CB CF CV DE DY GL HR IP LD LE LN LU MK NG NN NP NR OX PE SA SG ST SY TF WR WS WV";

  private final Map<String, Region> areas = new HashMap<>();
  private final Map<Region, int[]> orders = new EnumMap<>(Region.class);

  Regions(List<Site> sites) {
    for (String area : NORTH_AREAS.split(" ", -1)) {
      areas.put(area, Region.NORTH);
    }
    for (String area : MIDLANDS_AREAS.split(" ", -1)) {
      areas.put(area, Region.MIDLANDS);
    }
    for (Region region : Region.values()) {
      orders.put(
          region,
          IntStream.range(0, sites.size())
              .boxed()
              .sorted(Comparator.comparingInt(site -> sites.get(site).region().stepsTo(region)))
              .mapToInt(Integer::intValue)
              .toArray());
    }
  }

  /** Numbers of the sites, the one to ask first in front. Nobody changes it. */
  int[] order(boolean abroad, String postcodeArea) {
    return orders.get(region(abroad, postcodeArea));
  }

  private Region region(boolean abroad, String postcodeArea) {
    if (abroad) {
      return Region.SOUTH; // the ports
    }
    if (postcodeArea == null || postcodeArea.isEmpty()) {
      return Region.MIDLANDS;
    }
    Region region = areas.get(postcodeArea);
    return region != null ? region : areas.getOrDefault(letters(postcodeArea), Region.SOUTH);
  }

  private static String letters(String postcode) {
    int end = 0;
    while (end < postcode.length() && Character.isLetter(postcode.charAt(end))) {
      end++;
    }
    return postcode.substring(0, end).toUpperCase(Locale.ROOT);
  }
}
