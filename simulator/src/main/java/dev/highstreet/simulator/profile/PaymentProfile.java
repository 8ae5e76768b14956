package dev.highstreet.simulator.profile;

import java.util.List;

/**
 * How payments go.
 *
 * @param declinedShare share of orders paid by card or wallet whose first attempt is declined
 * @param declinedAgainShare chance that an attempt after a declined one is declined as well
 * @param otherCardShare chance that somebody takes another card after a declined attempt
 * @param secondCardShare share of orders that a customer pays with their second card
 * @param retryMedianSeconds median of the lognormal time until the next attempt, in seconds
 * @param retryLogSd standard deviation of the log of that time
 * @param transferMedianHours median of the lognormal time until a bank transfer arrives, in hours
 * @param transferLogSd standard deviation of the log of that time
 * @param declineReasons in the payment provider's words
 */
public record PaymentProfile(
    Origin origin,
    double declinedShare,
    double declinedAgainShare,
    double otherCardShare,
    double secondCardShare,
    double retryMedianSeconds,
    double retryLogSd,
    double transferMedianHours,
    double transferLogSd,
    List<Weighted> declineReasons) {
  /** Refuses what cannot be. */
  public PaymentProfile {
    Checks.given("payment.origin", origin);
    Checks.share("payment.declinedShare", declinedShare);
    Checks.share("payment.declinedAgainShare", declinedAgainShare);
    Checks.share("payment.otherCardShare", otherCardShare);
    Checks.share("payment.secondCardShare", secondCardShare);
    Checks.between("payment.retryMedianSeconds", retryMedianSeconds, 1, 86_400);
    Checks.between("payment.retryLogSd", retryLogSd, 0, 3);
    Checks.between("payment.transferMedianHours", transferMedianHours, 0.01, 240);
    Checks.between("payment.transferLogSd", transferLogSd, 0, 3);
    Checks.size("payment.declineReasons", declineReasons, 1, 100);
    declineReasons = List.copyOf(declineReasons);
  }

  /** Nobody's figures, but usual ones; reasons are the decline codes that card schemes share. */
  public static PaymentProfile priors() {
    return new PaymentProfile(
        Origin.assumed("usual of a British shop's card payments; transfers by Faster Payments"),
        0.022,
        0.28,
        0.45,
        0.14,
        38,
        0.7,
        3,
        0.9,
        List.of(
            new Weighted("insufficient_funds", 44),
            new Weighted("do_not_honour", 24),
            new Weighted("incorrect_cvc", 11),
            new Weighted("authentication_failed", 9),
            new Weighted("expired_card", 6),
            new Weighted("issuer_unavailable", 4),
            new Weighted("suspected_fraud", 2)));
  }
}
