package dev.highstreet.simulator.calibrate.report;

import java.util.List;

/**
 * Everything that the page shows.
 *
 * @param shop the profile's name
 * @param file the file that was read
 * @param source where the profile's figures come from
 * @param facts about the file
 * @param verdict how the scoring came out, in figures; empty where it was left out
 * @param dropped rows that were left out, by reason
 * @param notes what the file cannot tell, and what was assumed for it
 * @param scores a row a measure; empty where scoring was left out
 * @param unscored why there are no scores; empty if there are
 * @param charts null where scoring was left out
 * @param sections of the profile, and where each comes from
 */
public record ReportPage(
    String shop,
    String file,
    String source,
    List<Fact> facts,
    List<Fact> verdict,
    List<Fact> dropped,
    List<String> notes,
    List<ScoreRow> scores,
    String unscored,
    ChartSet charts,
    List<Provenance> sections) {
  /**
   * The charts, in their groups.
   *
   * @param orders what is in an order
   * @param price of a unit
   * @param quantities of a line
   * @param products by rank
   * @param customers who buys, how often, how much
   * @param months of the period
   * @param week by hour
   */
  public record ChartSet(
      List<Curves> orders,
      Curves price,
      Bars quantities,
      Curves products,
      List<Curves> customers,
      Bars months,
      HeatMaps week) {
    /** Keeps copies. */
    public ChartSet {
      orders = List.copyOf(orders);
      customers = List.copyOf(customers);
    }

    static ChartSet of(Charts charts) {
      return new ChartSet(
          charts.ofOrders(),
          charts.price(),
          charts.quantities(),
          charts.products(),
          charts.ofCustomers(),
          charts.months(),
          charts.week());
    }
  }

  /** Keeps copies. */
  public ReportPage {
    facts = List.copyOf(facts);
    verdict = List.copyOf(verdict);
    dropped = List.copyOf(dropped);
    notes = List.copyOf(notes);
    scores = List.copyOf(scores);
    sections = List.copyOf(sections);
  }
}
