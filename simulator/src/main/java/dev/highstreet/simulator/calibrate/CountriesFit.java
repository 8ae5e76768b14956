package dev.highstreet.simulator.calibrate;

import dev.highstreet.simulator.profile.Countries;
import dev.highstreet.simulator.profile.Figures;
import dev.highstreet.simulator.profile.Origin;
import java.util.List;
import java.util.Map;

/** Where customers live, as counted in a file. */
final class CountriesFit {
  /** As many as a profile takes. */
  private static final int MOST = 300;

  private CountriesFit() {}

  /**
   * The section of a profile.
   *
   * @param customers how many live where, the most frequent first; at least one country
   */
  static Countries of(Map<String, Long> customers) {
    List<Map.Entry<String, Long>> most = customers.entrySet().stream().limit(MOST).toList();
    double all = most.stream().mapToLong(Map.Entry::getValue).sum();
    return new Countries(
        Origin.fitted("%.0f customers of %d countries".formatted(all, most.size())),
        most.stream().map(Map.Entry::getKey).toList(),
        Figures.rounded(
            4, most.stream().mapToDouble(country -> country.getValue() / all).toArray()));
  }
}
