package dev.highstreet.jobs.mart;

import static org.assertj.core.api.Assertions.assertThat;

import dev.highstreet.testsupport.PostgresExtension;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class ConcurrentWritersIT {
  @RegisterExtension static final PostgresExtension POSTGRES = new PostgresExtension();
  private static final MartDatabase DATABASE = new MartDatabase(POSTGRES);

  private static final int BATCHES = 40;
  private static final int DAYS = 400;

  @Test
  void writersThatShareKeysAndTablesDoNotDeadlock() throws Exception {
    List<CompletableFuture<Void>> writers =
        IntStream.range(0, 4)
            .mapToObj(seed -> CompletableFuture.runAsync(() -> writeShuffled(seed)))
            .toList();
    writers.forEach(CompletableFuture::join);

    assertThat(
            DATABASE.read(
                "SELECT deadlocks FROM pg_stat_database WHERE datname = current_database()"))
        .containsExactly("0");
    for (String mart : List.of("mart.daily_sales", "mart.daily_sales_by_channel")) {
      assertThat(DATABASE.read("SELECT count(*) || ' days of ' || max(orders) FROM " + mart))
          .as("every day, as in the last batch")
          .containsExactly("%d days of %d".formatted(DAYS, BATCHES));
    }
  }

  private static void writeShuffled(int seed) {
    Random random = new Random(seed);
    MartTable<DaySales> first = seed % 2 == 0 ? DaySales.TABLE : DaySales.BY_CHANNEL;
    MartTable<DaySales> second = seed % 2 == 0 ? DaySales.BY_CHANNEL : DaySales.TABLE;
    Routing<DaySales> both =
        (sales, rows) -> {
          rows.add(first, sales);
          rows.add(second, sales);
        };
    List<Integer> days = new ArrayList<>(IntStream.range(0, DAYS).boxed().toList());
    try (SinkTask<DaySales> task = SinkTask.of(new UpsertSink<>(DATABASE.writer(), 1, both))) {
      for (int batch = 1; batch <= BATCHES; batch++) {
        Collections.shuffle(days, random);
        // all days in the end; before that some, since hash tables of one size are in one order
        int size = batch == BATCHES ? DAYS : 1 + random.nextInt(DAYS);
        for (int day : days.subList(0, size)) {
          task.send(new DaySales(day, batch, batch));
        }
        task.checkpoint();
      }
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }
}
