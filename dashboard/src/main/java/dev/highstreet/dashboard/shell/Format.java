package dev.highstreet.dashboard.shell;

import static java.util.Objects.requireNonNull;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.TemporalAccessor;
import java.util.Locale;

/**
 * The one way figures and times are written: pounds with pence, thousands apart by a narrow
 * no-break space, a true minus, times in the business zone. Ties round half up, away from zero.
 */
public final class Format {
  /** Stands where there is no figure. */
  public static final String NONE = "–";

  private static final char THIN = '\u202f';
  private static final char MINUS = '\u2212';
  private static final BigDecimal THOUSAND = BigDecimal.valueOf(1_000);
  private static final BigDecimal MILLION = BigDecimal.valueOf(1_000_000);

  private final ZoneId zone;

  /**
   * Writes times of one zone.
   *
   * @param zone the business time zone, in which times are shown
   */
  public Format(ZoneId zone) {
    this.zone = requireNonNull(zone, "zone is null");
  }

  /** {@code £1 284 306.42}; – for null. */
  public static String money(BigDecimal pounds) {
    if (pounds == null) {
      return NONE;
    }
    BigDecimal rounded = pounds.setScale(2, RoundingMode.HALF_UP);
    String digits = rounded.abs().toPlainString();
    int point = digits.indexOf('.');
    return sign(rounded) + "£" + grouped(digits.substring(0, point)) + digits.substring(point);
  }

  /** {@code £40k}, {@code £1.5M}: for axes, where the value is a round one. */
  public static String shortMoney(BigDecimal pounds) {
    BigDecimal size = pounds.abs();
    if (size.compareTo(MILLION) >= 0) {
      return sign(pounds) + "£" + plain(size.divide(MILLION)) + "M";
    }
    if (size.compareTo(THOUSAND) >= 0) {
      return sign(pounds) + "£" + plain(size.divide(THOUSAND)) + "k";
    }
    return sign(pounds) + "£" + plain(size);
  }

  /** {@code 40k}, {@code 1.5M}: for axes, where the value is a round one. */
  public static String shortCount(BigDecimal number) {
    return shortMoney(number).replace("£", "");
  }

  /** {@code 512 B}, {@code 40.2 kB}, {@code 1.5 MB}, in thousands. */
  public static String bytes(long bytes) {
    String[] units = {"B", "kB", "MB", "GB", "TB"};
    int unit = 0;
    BigDecimal size = BigDecimal.valueOf(bytes);
    while (size.abs().compareTo(THOUSAND) >= 0 && unit < units.length - 1) {
      size = size.movePointLeft(3);
      unit++;
    }
    return size.setScale(unit == 0 ? 0 : 1, RoundingMode.HALF_UP).toPlainString()
        + THIN
        + units[unit];
  }

  /** {@code 13 482}. */
  public static String count(long number) {
    return (number < 0 ? String.valueOf(MINUS) : "")
        + grouped(Long.toString(number).replace("-", ""));
  }

  /** A share of a whole as {@code 24.1 %}; – where the whole is 0. */
  public static String share(BigDecimal part, BigDecimal whole) {
    if (part == null || whole == null || whole.signum() == 0) {
      return NONE;
    }
    return percent(part, whole) + THIN + "%";
  }

  /** A change as {@code +24.1 %}; – where there is nothing to compare with. */
  public static String change(BigDecimal now, BigDecimal before) {
    if (now == null || before == null || before.signum() <= 0) {
      return NONE;
    }
    String percent = percent(now.subtract(before), before);
    return (percent.charAt(0) == MINUS ? "" : "+") + percent + THIN + "%";
  }

  private static String percent(BigDecimal part, BigDecimal whole) {
    BigDecimal percent = part.movePointRight(2).divide(whole, 1, RoundingMode.HALF_UP);
    String digits = percent.abs().toPlainString();
    int point = digits.indexOf('.');
    return sign(percent) + grouped(digits.substring(0, point)) + digits.substring(point);
  }

  /** {@code 0.8 s}, {@code 40 s}, {@code 3 min}, {@code 5 h}, {@code 12 days}; never negative. */
  public static String age(Duration age) {
    long millis = Math.max(0, age.toMillis());
    if (millis < 10_000) {
      return "%d.%d%cs".formatted(millis / 1000, millis % 1000 / 100, THIN);
    }
    Duration positive = Duration.ofMillis(millis);
    if (positive.toSeconds() < 120) {
      return positive.toSeconds() + String.valueOf(THIN) + "s";
    }
    if (positive.toMinutes() < 120) {
      return positive.toMinutes() + String.valueOf(THIN) + "min";
    }
    if (positive.toHours() < 48) {
      return positive.toHours() + String.valueOf(THIN) + "h";
    }
    return count(positive.toDays()) + THIN + "days";
  }

  /** {@code Sat 13 Dec 2025, 16:42:07}. */
  public String moment(Instant instant) {
    return written("EEE d MMM uuuu, HH:mm:ss", instant.atZone(zone));
  }

  /** {@code Thu 11 Dec 2025, 16:41}. */
  public String minute(Instant instant) {
    return written("EEE d MMM uuuu, HH:mm", instant.atZone(zone));
  }

  /** {@code 13 Dec 2025, 16:42:07}. */
  public String second(Instant instant) {
    return written("d MMM uuuu, HH:mm:ss", instant.atZone(zone));
  }

  /** {@code 16:42:07}. */
  public String timeOfDay(Instant instant) {
    return written("HH:mm:ss", instant.atZone(zone));
  }

  /** {@code Sat 13 Dec 2025}. */
  public static String day(LocalDate day) {
    return written("EEE d MMM uuuu", day);
  }

  /** {@code 13 Dec}. */
  public static String shortDay(LocalDate day) {
    return written("d MMM", day);
  }

  /** {@code Dec}. */
  public static String monthName(LocalDate day) {
    return written("MMM", day);
  }

  /** {@code Dec 2025}. */
  public static String shortMonth(LocalDate day) {
    return written("MMM uuuu", day);
  }

  /** {@code December 2025}. */
  public static String month(LocalDate day) {
    return written("MMMM uuuu", day);
  }

  /** The business time zone. */
  public ZoneId zone() {
    return zone;
  }

  /** The calendar date of a moment in the business zone. */
  public LocalDate dateOf(Instant instant) {
    return instant.atZone(zone).toLocalDate();
  }

  /** The moment at which a calendar date begins in the business zone. */
  public Instant startOf(LocalDate day) {
    return day.atStartOfDay(zone).toInstant();
  }

  // ENGLISH, not UK: the UK locale data of recent JDKs writes "Sept"
  private static String written(String pattern, TemporalAccessor time) {
    return DateTimeFormatter.ofPattern(pattern, Locale.ENGLISH).format(time);
  }

  private static String sign(BigDecimal number) {
    return number.signum() < 0 ? String.valueOf(MINUS) : "";
  }

  private static String plain(BigDecimal number) {
    String digits = number.stripTrailingZeros().toPlainString();
    int point = digits.indexOf('.');
    return point < 0
        ? grouped(digits)
        : grouped(digits.substring(0, point)) + digits.substring(point);
  }

  private static String grouped(String digits) {
    StringBuilder text = new StringBuilder(digits);
    for (int at = digits.length() - 3; at > 0; at -= 3) {
      text.insert(at, THIN);
    }
    return text.toString();
  }
}
