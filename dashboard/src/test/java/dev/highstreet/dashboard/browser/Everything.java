package dev.highstreet.dashboard.browser;

import dev.highstreet.dashboard.Browserless;
import dev.highstreet.dashboard.InventedShop;
import dev.highstreet.dashboard.Operations;
import dev.highstreet.dashboard.flink.AnsweringFlink;
import dev.highstreet.dashboard.monitoring.Healing;
import dev.highstreet.dashboard.simulator.Realism;
import dev.highstreet.dashboard.simulator.ReportOnFile;
import dev.highstreet.dashboard.simulator.Simulator;
import dev.highstreet.dashboard.simulator.SteeredShop;
import dev.highstreet.dashboard.tasks.Work;
import java.time.LocalDate;
import java.util.Optional;

/** Behind pages that have something of everything to show, and to do. */
final class Everything implements Operations {
  private final SteeredShop steered = new SteeredShop();
  private final ReportOnFile report = new ReportOnFile("");

  /** Pages with a job, troubles, a shop to steer and a Kafka to which orders go. */
  static Pages pages(AnsweringFlink flink) {
    return Pages.withKafka((shop, kafka) -> open(shop, flink, kafka));
  }

  private static Browserless open(InventedShop shop, AnsweringFlink flink, String kafka) {
    shop.troubles();
    flink.runsSales("RUNNING", System.currentTimeMillis());
    return Browserless.on(shop.url(), flink.address(), Pages.OPERATED, new Everything(), kafka);
  }

  @Override
  public Optional<Simulator> simulator() {
    return Optional.of(steered);
  }

  @Override
  public Optional<Realism> realism() {
    report.put("transactions.csv.gz");
    return Optional.of(report);
  }

  @Override
  public boolean ordersGoToKafka() {
    return true;
  }

  @Override
  public Optional<Healing> healing() {
    return Optional.of(new Done());
  }

  /** Whatever is asked of it is done at once. */
  private static final class Done implements Healing {
    @Override
    public String backfill(LocalDate from, LocalDate to, Work.Progress progress) {
      return "Wrote 4711 rows.";
    }

    @Override
    public String backfillLate(Work.Progress progress) {
      return "Wrote 4711 rows.";
    }

    @Override
    public String verify(Work.Progress progress) {
      return "All tables are equal.";
    }

    @Override
    public String check(Work.Progress progress) {
      return "No row violates a data test.";
    }

    @Override
    public String replay(String topic, int partition, long offset, Work.Progress progress) {
      return "It was sent back.";
    }
  }
}
