package dev.highstreet.dashboard.storefront;

import static java.util.Objects.requireNonNull;

import dev.highstreet.dashboard.intake.Amount;
import dev.highstreet.dashboard.intake.Receipt;
import dev.highstreet.dashboard.intake.Trace;
import dev.highstreet.dashboard.shell.Format;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What the page of an order shows: how far it has come, station by station. */
public record OrderView(Journey journey, Format format) {
  private static final char THIN = '\u202f';

  public OrderView {
    requireNonNull(journey, "journey is null");
    requireNonNull(format, "format is null");
  }

  /** What was bought, where it was bought through this dashboard. */
  public Optional<Receipt> receipt() {
    return journey.trace().map(Trace::receipt);
  }

  /** An amount of the receipt, in pounds. */
  public static BigDecimal pounds(long micros) {
    return Amount.units(micros);
  }

  /** All of it in a sentence. */
  public String sentence() {
    if (journey.late().isPresent()) {
      return "It was set aside: it came too late to be booked on its day.";
    }
    if (journey.hasLeft()) {
      return "It was quarantined: no mart counts it.";
    }
    if (journey.booked().isPresent()) {
      return journey
          .after(journey.booked().get())
          .map(took -> "In the marts " + took(took) + " after it was sent.")
          .orElse("It is in the marts.");
    }
    return journey.accepted().isPresent()
        ? "Accepted; the marts are about to count it."
        : "It is on its way.";
  }

  /** The stations in their order. */
  public List<Station> stations() {
    List<Station> stations = new ArrayList<>();
    stations.add(sent());
    stations.add(inKafka());
    if (journey.hasLeft()) {
      stations.add(gone());
      return stations;
    }
    stations.add(accepted());
    stations.add(booked());
    stations.add(shown());
    return stations;
  }

  private Station sent() {
    if (journey.trace().isPresent()) {
      Trace trace = journey.trace().get();
      return Station.reached(
          "Sent",
          "send",
          "Taken at the till in %s. Shop time %s."
              .formatted(
                  took(Duration.between(trace.sent(), trace.taken())),
                  format.second(trace.receipt().occurredAt())),
          format.second(trace.sent()));
    }
    return Station.reached(
        "Sent",
        "send",
        "Not through this dashboard, or before it was started.",
        journey.accepted().map(row -> format.second(row.occurredAt())).orElse(""));
  }

  private Station inKafka() {
    return journey
        .place()
        .map(
            place ->
                Station.reached(
                    "In Kafka",
                    "logs",
                    "highstreet.orders, partition %d, offset %s."
                        .formatted(place.partition(), Format.count(place.offset())),
                    journey
                        .trace()
                        .flatMap(Trace::sighting)
                        .map(Trace.Sighting::at)
                        .map(this::when)
                        .orElse("")))
        .orElseGet(() -> Station.ahead("In Kafka", "logs", "It has not been read back yet."));
  }

  private Station accepted() {
    String faults =
        String.join(
            " ",
            journey.letters().stream()
                .map(letter -> "Line %d: %s.".formatted(letter.line(), letter.reason()))
                .toList());
    return journey
        .accepted()
        .map(
            row ->
                Station.reached(
                    "Accepted",
                    "filter",
                    row.faultyLines() == 0
                        ? "Cleaned and enriched: " + lines(row.lines()) + "."
                        : "%s of %d; the others were quarantined. %s"
                            .formatted(lines(row.lines()), row.lines() + row.faultyLines(), faults),
                    when(row.at())))
        .orElseGet(() -> Station.ahead("Accepted", "filter", "The job has not written its row."));
  }

  private Station booked() {
    return journey
        .booked()
        .map(
            at ->
                Station.reached(
                    "In the marts",
                    "database",
                    "The rows of its products on %s count it."
                        .formatted(Format.day(journey.accepted().orElseThrow().day())),
                    when(at)))
        .orElseGet(
            () ->
                Station.ahead(
                    "In the marts",
                    "database",
                    "The rows of its products have not all been written since."));
  }

  private Station shown() {
    return journey
        .shown()
        .map(at -> Station.reached("On the dashboard", "monitor", "This page was told.", when(at)))
        .orElseGet(
            () ->
                Station.ahead(
                    "On the dashboard", "monitor", "This page shows it when it is told."));
  }

  private Station gone() {
    if (journey.late().isPresent()) {
      Journey.Late late = journey.late().get();
      return Station.left(
          "Set aside",
          "clock-alert",
          "%s for %s: it is kept with the late events until a backfill counts it in."
              .formatted(
                  late.kind().equals("LATE") ? "Too late" : "Behind the watermark",
                  Format.day(late.day())),
          when(late.at()));
    }
    Journey.Letter letter =
        journey.letters().stream().filter(known -> known.line() == 0).findFirst().orElseThrow();
    return Station.left(
        "Quarantined",
        "circle-x",
        "%s: %s".formatted(letter.reason(), letter.detail()),
        when(letter.at()));
  }

  private String when(Instant moment) {
    return journey.after(moment).map(after -> "+ " + took(after)).orElse(format.second(moment));
  }

  private static String lines(int lines) {
    return lines == 1 ? "1 line" : lines + " lines";
  }

  /** {@code 12 ms}, {@code 1.24 s}: finer than an age. */
  static String took(Duration duration) {
    long millis = duration.toMillis();
    if (millis < 1_000) {
      return millis + String.valueOf(THIN) + "ms";
    }
    return millis < 60_000
        ? "%d.%02d%cs".formatted(millis / 1_000, millis % 1_000 / 10, THIN)
        : Format.age(duration);
  }
}
