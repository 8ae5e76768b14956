package dev.highstreet.simulator.profile;

/**
 * Fraud, and what is found out about it.
 *
 * @param share share of all orders that are fraudulent, on average, without a fraud attack
 * @param cardTestingWeight orders that test stolen card numbers, in proportion
 * @param takeoverWeight orders from a taken-over account, in proportion
 * @param ringWeight orders of a ring of accounts, in proportion
 * @param countryWeight orders whose countries do not match, in proportion
 * @param highValueWeight orders of the dearest goods, in proportion
 * @param difficulty from 0, where every fraud shows all marks of its pattern, to 1, where each mark
 *     is drawn as an honest order's would be
 * @param chargebackMedianDays median of the lognormal time from an order to the label, in days
 * @param chargebackLogSd standard deviation of the log of that time
 * @param investigatedShare share of honest orders with a mark of fraud that are looked into
 * @param bulkQuantile an honest order above this quantile of orders by value has a mark of fraud
 */
public record FraudProfile(
    Origin origin,
    double share,
    double cardTestingWeight,
    double takeoverWeight,
    double ringWeight,
    double countryWeight,
    double highValueWeight,
    double difficulty,
    double chargebackMedianDays,
    double chargebackLogSd,
    double investigatedShare,
    double bulkQuantile) {
  /** Refuses what cannot be. */
  public FraudProfile {
    Checks.given("fraud.origin", origin);
    Checks.between("fraud.share", share, 0, 0.5);
    Checks.between("fraud.cardTestingWeight", cardTestingWeight, 0, 1e6);
    Checks.between("fraud.takeoverWeight", takeoverWeight, 0, 1e6);
    Checks.between("fraud.ringWeight", ringWeight, 0, 1e6);
    Checks.between("fraud.countryWeight", countryWeight, 0, 1e6);
    Checks.between("fraud.highValueWeight", highValueWeight, 0, 1e6);
    Checks.positive(
        "the sum of fraud's weights",
        cardTestingWeight + takeoverWeight + ringWeight + countryWeight + highValueWeight);
    Checks.share("fraud.difficulty", difficulty);
    Checks.between("fraud.chargebackMedianDays", chargebackMedianDays, 0.1, 365);
    Checks.between("fraud.chargebackLogSd", chargebackLogSd, 0, 2);
    Checks.share("fraud.investigatedShare", investigatedShare);
    Checks.share("fraud.bulkQuantile", bulkQuantile);
  }

  /**
   * 0.8 % of orders, labelled a month later: card schemes let cardholders dispute for up to 120
   * days, and most do within the first two statements. The mix of patterns is chosen.
   */
  public static FraudProfile priors() {
    return new FraudProfile(
        Origin.assumed("within the ranges that merchants report; the mix of patterns is chosen"),
        0.008,
        25,
        20,
        20,
        20,
        15,
        0.4,
        30,
        0.5,
        0.2,
        0.99);
  }

  /** The same fraud, harder or easier to find. */
  public FraudProfile withDifficulty(double other) {
    return new FraudProfile(
        origin,
        share,
        cardTestingWeight,
        takeoverWeight,
        ringWeight,
        countryWeight,
        highValueWeight,
        other,
        chargebackMedianDays,
        chargebackLogSd,
        investigatedShare,
        bulkQuantile);
  }
}
