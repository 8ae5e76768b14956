package dev.highstreet.simulator.sample;

import java.math.BigDecimal;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;

/**
 * An invoice before it has its number.
 *
 * @param prefix of its number: C for a cancellation, A for an adjustment
 * @param customer as a spreadsheet writes it; empty for a guest
 */
record Draft(LocalDateTime time, String prefix, String customer, String country, List<Line> lines) {
  /**
   * One line.
   *
   * @param minutesLater how long after the invoice's time the line was written
   */
  record Line(String code, String description, int quantity, BigDecimal price, int minutesLater) {
    Line later(int minutes) {
      return new Line(code, description, quantity, price, minutes);
    }

    Line withQuantity(int other) {
      return new Line(code, description, other, price, minutesLater);
    }

    Line withPrice(BigDecimal other) {
      return new Line(code, description, quantity, other, minutesLater);
    }
  }

  static Draft of(LocalDateTime time, String prefix, String customer, String country) {
    return new Draft(time, prefix, customer, country, new ArrayList<>());
  }

  Draft with(Line line) {
    lines.add(line);
    return this;
  }
}
