package dev.highstreet.dashboard.shell;

import static java.util.Objects.requireNonNull;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;

/**
 * A value axis with round steps. It changes only when a value leaves it, so bars that grow do not
 * make the axis wander.
 *
 * @param min at most 0, a multiple of the step
 * @param max above 0, a multiple of the step
 * @param step 1, 2, 2.5 or 5 times a power of ten
 */
public record Axis(BigDecimal min, BigDecimal max, BigDecimal step) {
  private static final BigDecimal STEPS = BigDecimal.valueOf(3);
  private static final List<BigDecimal> ROUND =
      List.of(BigDecimal.ONE, BigDecimal.valueOf(2), new BigDecimal("2.5"), BigDecimal.valueOf(5));

  public Axis {
    requireNonNull(min, "min is null");
    requireNonNull(max, "max is null");
    if (step.signum() <= 0) {
      throw new IllegalArgumentException("step is " + step + ", but must be positive");
    }
  }

  /** Around these values and 0; nulls are no values. */
  public static Axis around(List<BigDecimal> values) {
    BigDecimal lowest = BigDecimal.ZERO;
    BigDecimal highest = BigDecimal.ZERO;
    for (BigDecimal value : values) {
      if (value != null) {
        lowest = lowest.min(value);
        highest = highest.max(value);
      }
    }
    BigDecimal step = roundStep(highest.subtract(lowest).max(STEPS));
    BigDecimal max = multiple(highest, step, RoundingMode.CEILING);
    return new Axis(
        multiple(lowest, step, RoundingMode.FLOOR), max.signum() == 0 ? step : max, step);
  }

  private static BigDecimal roundStep(BigDecimal span) {
    BigDecimal least = span.divide(STEPS, 6, RoundingMode.UP);
    BigDecimal power = BigDecimal.ONE.scaleByPowerOfTen(least.precision() - least.scale() - 1);
    for (BigDecimal round : ROUND) {
      if (round.multiply(power).compareTo(least) >= 0) {
        return round.multiply(power);
      }
    }
    return power.scaleByPowerOfTen(1);
  }

  private static BigDecimal multiple(BigDecimal value, BigDecimal step, RoundingMode rounding) {
    return value.divide(step, 0, rounding).multiply(step);
  }

  /** The values with a label, from the lowest. */
  public List<BigDecimal> ticks() {
    List<BigDecimal> ticks = new ArrayList<>();
    for (BigDecimal at = min; at.compareTo(max) <= 0; at = at.add(step)) {
      ticks.add(at);
    }
    return ticks;
  }
}
