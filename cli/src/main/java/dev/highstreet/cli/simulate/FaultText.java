package dev.highstreet.cli.simulate;

import dev.highstreet.simulator.emit.fault.FaultRates;

/**
 * Fault rates as they are written on the command line: {@code none}, {@code standard}, or single
 * rates, which begin from none unless {@code standard} stands first.
 */
final class FaultText {
  private FaultText() {}

  /**
   * The rates that a text means.
   *
   * @throws IllegalArgumentException if it means none
   */
  static FaultRates parse(String text) {
    FaultRates rates = FaultRates.none();
    for (String part : text.split(",", -1)) {
      rates =
          switch (part) {
            case "none" -> FaultRates.none();
            case "standard" -> FaultRates.standard();
            default -> {
              NamedNumber rate = NamedNumber.parse(part);
              yield rates.with(rate.name(), rate.number());
            }
          };
    }
    return rates;
  }
}
