package dev.highstreet.simulator.fraud;

/** How somebody defrauds a shop; labels carry the name. */
public enum FraudPattern {
  /** Many stolen card numbers, tried one after the other on small orders. */
  CARD_TESTING,
  /** Somebody else's account, from another device, to another country. */
  ACCOUNT_TAKEOVER,
  /** Several new accounts that share devices, cards and addresses. */
  RING,
  /** Bill and goods go to different countries. */
  COUNTRY_MISMATCH,
  /** The dearest goods, at once, by a stranger. */
  HIGH_VALUE
}
