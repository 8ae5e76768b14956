package dev.highstreet.simulator.sample;

import dev.highstreet.simulator.sample.Draft.Line;
import java.math.BigDecimal;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Random;

/** Everything that goes wrong with the records of a real shop, a little of each. */
final class Dirt {
  private static final BigDecimal HALF_A_PENNY = new BigDecimal("0.005");

  private final Random random;

  Dirt(Random random) {
    this.random = random;
  }

  void scatter(List<Draft> drafts) {
    for (int i = 0; i < drafts.size(); i++) {
      Draft draft = drafts.get(i);
      List<Line> lines = draft.lines();
      Line first = lines.get(0);
      if (draft.prefix().isEmpty()) {
        if (i % 60 == 11) {
          lines.add(first); // scanned twice
        }
        if (i % 90 == 23) {
          lines.add(first.withPrice(BigDecimal.ZERO.setScale(2))); // a gift
        }
        if (i % 110 == 37) {
          lines.add(first.withQuantity(-first.quantity())); // taken back at the till
        }
        if (i % 150 == 51) {
          lines.set(0, first.withPrice(first.price().add(HALF_A_PENNY))); // a share of a case
        }
        if (i % 180 == 67 || draft.time().getHour() == 23) {
          lines.set(lines.size() - 1, lines.get(lines.size() - 1).later(2)); // typed in slowly
        }
      }
    }
    addInvoicesOfNoSale(drafts);
    addServices(drafts);
  }

  /** Stock that was thrown away, a debt that went bad, returns that make no sense. */
  private void addInvoicesOfNoSale(List<Draft> drafts) {
    for (int month = 0; month < 7; month++) {
      LocalDateTime time = LocalDateTime.of(2010, 10, 12, 17, 40).plusMonths(month);
      Line broken = new Line("31002A", "damaged", -3 - month, new BigDecimal("0.00"), 0);
      drafts.add(Draft.of(time, "", "", "United Kingdom").with(broken));
    }
    LocalDateTime stocktaking = LocalDateTime.of(2011, 2, 11, 16, 5);
    drafts.add(
        Draft.of(stocktaking, "A", "", "United Kingdom")
            .with(new Line("B", "Adjust bad debt", 1, new BigDecimal("-412.50"), 0)));
    drafts.add(
        Draft.of(stocktaking.plusMinutes(9), "C", "12007.0", "United Kingdom")
            .with(new Line("31003C", "SAGE LEAF CAKE STAND", 2, new BigDecimal("13.05"), 0)));
    drafts.add(
        Draft.of(stocktaking.plusMinutes(21), "C", "12008.0", "United Kingdom")
            .with(new Line("31003C", "SAGE LEAF CAKE STAND", -1, new BigDecimal("0.00"), 0)));
  }

  /** Postage, a product that is only ever given away, and one that nobody ever described. */
  private void addServices(List<Draft> drafts) {
    for (int i = 0; i < drafts.size(); i += 12) {
      Draft draft = drafts.get(i);
      if (draft.prefix().isEmpty() && !draft.country().equals("United Kingdom")) {
        draft.with(new Line("POST", "POSTAGE", 1, new BigDecimal("18.00"), 0));
      }
      if (draft.prefix().isEmpty() && i % 120 == 0) {
        draft.with(new Line("31900", "SAMPLE CARD", 1, new BigDecimal("0.00"), 0));
        draft.with(new Line("31901", "", 1 + random.nextInt(3), new BigDecimal("1.10"), 0));
      }
    }
  }
}
