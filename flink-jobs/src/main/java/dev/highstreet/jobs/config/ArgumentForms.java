package dev.highstreet.jobs.config;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** The forms in which times are written as arguments; what is wrong is shown one that is right. */
final class ArgumentForms {
  private ArgumentForms() {}

  /** Reads a time zone by its name. */
  static final class Zone implements ITypeConverter<ZoneId> {
    @Override
    public ZoneId convert(String name) {
      try {
        return ZoneId.of(name);
      } catch (DateTimeException e) {
        throw new TypeConversionException(
            "'%s' is no time zone; write one like Europe/London".formatted(name));
      }
    }
  }

  /** Reads a day. */
  static final class Day implements ITypeConverter<LocalDate> {
    @Override
    public LocalDate convert(String text) {
      try {
        return LocalDate.parse(text);
      } catch (DateTimeException e) {
        throw new TypeConversionException(
            "'%s' is no day; write one like 2011-12-01".formatted(text));
      }
    }
  }

  /** Reads a duration. */
  static final class Iso8601 implements ITypeConverter<Duration> {
    @Override
    public Duration convert(String text) {
      try {
        return Duration.parse(text);
      } catch (DateTimeException e) {
        throw new TypeConversionException(
            "'%s' is no duration; write one like PT48H (ISO 8601)".formatted(text));
      }
    }
  }
}
