package dev.highstreet.jobs.sales;

import static dev.highstreet.jobs.event.ShopEvents.ALICE;
import static dev.highstreet.jobs.event.ShopEvents.BOB;
import static dev.highstreet.jobs.event.ShopEvents.FIRST_OF_DECEMBER;
import static dev.highstreet.jobs.event.ShopEvents.LANTERN;
import static dev.highstreet.jobs.event.ShopEvents.LAST_OF_NOVEMBER;
import static dev.highstreet.jobs.event.ShopEvents.SECOND_OF_DECEMBER;
import static dev.highstreet.jobs.event.ShopEvents.TEAPOT;
import static dev.highstreet.jobs.event.ShopEvents.lantern;
import static dev.highstreet.jobs.event.ShopEvents.micros;
import static dev.highstreet.jobs.event.ShopEvents.sale;
import static dev.highstreet.jobs.event.ShopEvents.takenBack;
import static dev.highstreet.jobs.event.ShopEvents.teapot;
import static dev.highstreet.jobs.event.ShopEvents.website;
import static dev.highstreet.jobs.event.ShopEvents.written;
import static org.assertj.core.api.Assertions.assertThat;

import dev.highstreet.jobs.event.Arrival;
import dev.highstreet.jobs.ledger.LedgerRow;
import dev.highstreet.jobs.sales.PipelineRun.Mode;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What must hold of the whole pipeline in every mode. */
class SalesPipelineTest {
  private static final List<Arrival> WINTER = RandomShop.winter(7, 1_500);

  @ParameterizedTest
  @EnumSource
  void everyModeShowsTheRowsOfAPlainWindowOperator(Mode mode) throws Exception {
    PipelineRun run = PipelineRun.of(WINTER, mode);

    assertThat(run.sales()).hasSizeGreaterThan(4_000).isEqualTo(run.windowed());
  }

  @Test
  void everyModeShowsTheSameRowsAndCountsTheSameOutcomes() throws Exception {
    PipelineRun early = PipelineRun.of(WINTER, Mode.STREAMING_EARLY);

    for (Mode mode : List.of(Mode.STREAMING_FINAL, Mode.BATCH)) {
      PipelineRun other = PipelineRun.of(WINTER, mode);
      assertThat(other.sales()).as("%s", mode).isEqualTo(early.sales());
      assertThat(other.counts()).as("%s", mode).isEqualTo(early.counts());
    }
  }

  @ParameterizedTest
  @EnumSource
  void everyRecordIsAccountedFor(Mode mode) throws Exception {
    PipelineRun run = PipelineRun.of(WINTER, mode);

    assertThat(run.counts().values().stream().mapToLong(LedgerRow::events).sum())
        .isEqualTo(WINTER.size());
    assertThat(run.counts().keySet())
        .anyMatch(key -> key.contains("LATE"))
        .anyMatch(key -> key.contains("REPEATED"))
        .anyMatch(key -> key.contains("UNKNOWN_PRODUCT"))
        .anyMatch(key -> key.contains("UNKNOWN_STORE"))
        .anyMatch(key -> key.contains("NO_LINES_LEFT"))
        .noneMatch(key -> key.contains("BEHIND"));
  }

  @Test
  void finalRowsAreShownOnce() throws Exception {
    for (Mode mode : List.of(Mode.STREAMING_FINAL, Mode.BATCH)) {
      PipelineRun run = PipelineRun.of(WINTER, mode);
      assertThat(run.shown()).as("%s", mode).isEqualTo(run.sales().size());
    }
  }

  @ParameterizedTest
  @EnumSource
  void anyOrderOfArrivalWithinTheRulesOfTimeGivesTheSameRows(Mode mode) throws Exception {
    // all within two minutes, so every order is allowed; products and stores among them
    List<Arrival> arrivals = new ArrayList<>(List.of(teapot(), lantern(), website()));
    for (int i = 0; i < 40; i++) {
      arrivals.add(
          sale("order-" + i)
              .at(FIRST_OF_DECEMBER.plusSeconds(i))
              .by("customer-" + i % 7)
              .line(i % 2 == 0 ? TEAPOT : LANTERN, 1 + i % 5, "1." + (10 + i))
              .arrival());
    }
    Map<String, SalesRow> expected = PipelineRun.of(arrivals, mode).sales();
    for (long seed = 1; seed <= 3; seed++) {
      Collections.shuffle(arrivals, new Random(seed));
      assertThat(PipelineRun.of(arrivals, mode).sales()).as("seed %d", seed).isEqualTo(expected);
    }
  }

  @ParameterizedTest
  @EnumSource
  void repairedEventsAreAcceptedAfterTheBrokenOnesWhoseTimesTheyKeep(Mode mode) throws Exception {
    int orders = 200;
    List<Arrival> arrivals = new ArrayList<>(List.of(teapot(), website()));
    for (int i = 0; i < orders; i++) {
      Instant time = FIRST_OF_DECEMBER.plusSeconds(i);
      arrivals.add(sale("order-" + i).at(time).line(TEAPOT, 0, "1.00").arrival());
      arrivals.add(sale("order-" + i).at(time).line(TEAPOT, 2, "1.00").arrival());
    }
    PipelineRun run = PipelineRun.of(written(arrivals.toArray(new Arrival[0])), mode);

    assertThat(run.booked()).hasSize(orders);
    assertThat(run.deadLetters()).filteredOn(letter -> letter.line() == 0).hasSize(orders);
    assertThat(run.counts().keySet()).noneMatch(key -> key.contains("REPEATED"));
  }

  @ParameterizedTest
  @EnumSource
  void measuresAreThoseOfTheContract(Mode mode) throws Exception {
    PipelineRun run =
        PipelineRun.of(
            written(
                teapot(),
                lantern(),
                website(),
                sale("o1").at(LAST_OF_NOVEMBER).by(BOB).line(TEAPOT, 1, "3.00").arrival(),
                sale("o2")
                    .at(FIRST_OF_DECEMBER)
                    .by(ALICE)
                    .line(TEAPOT, 1, 2, "2.50", "0.75")
                    .line(TEAPOT, 1, 1, "2.00", "0")
                    .line(LANTERN, -4, "1.00")
                    .arrival(),
                sale("o3").at(FIRST_OF_DECEMBER).by(ALICE).line(LANTERN, 3, "1.00").arrival(),
                sale("o4").at(FIRST_OF_DECEMBER).byGuest().line(LANTERN, 1, "1.00").arrival(),
                takenBack("r1").at(SECOND_OF_DECEMBER).by(ALICE).line(TEAPOT, 1, "2.25").arrival()),
            mode);

    assertThat(run.sales().get("daily_sales %d ".formatted(day("2011-12-01"))))
        .isEqualTo(
            new SalesRow(
                "daily_sales",
                day("2011-12-01"),
                "",
                3,
                1,
                7,
                micros("11.00"),
                micros("0.75"),
                micros("10.25"),
                micros("4.80"),
                0,
                0,
                0));
    assertThat(run.sales().get("monthly_sales_by_category %d KITCHEN".formatted(day("2011-12-01"))))
        .isEqualTo(
            new SalesRow(
                "monthly_sales_by_category",
                day("2011-12-01"),
                "KITCHEN",
                1,
                1,
                3,
                micros("7.00"),
                micros("0.75"),
                micros("6.25"),
                micros("3.60"),
                1,
                micros("2.25"),
                micros("1.20")));
    assertThat(run.sales().get("monthly_sales %d ".formatted(day("2011-11-01"))).orders())
        .isEqualTo(1);
  }

  @ParameterizedTest
  @EnumSource
  void allIsFinalAtTheEndOfAllInput(Mode mode) throws Exception {
    List<Long> watermarks = PipelineRun.of(WINTER, mode).watermarks();

    assertThat(watermarks).isSorted().endsWith(Long.MAX_VALUE);
  }

  private static long day(String date) {
    return LocalDate.parse(date).toEpochDay();
  }
}
