package dev.highstreet.simulator.replay;

import static org.assertj.core.api.Assertions.assertThat;

import dev.highstreet.schemas.OrderLine;
import dev.highstreet.schemas.OrderPlaced;
import dev.highstreet.schemas.ProductRevised;
import dev.highstreet.simulator.emit.RecordingSink;
import dev.highstreet.simulator.transactions.Column;
import dev.highstreet.simulator.transactions.Columns;
import dev.highstreet.simulator.transactions.UnusableFileException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProductHistoryTest {
  @TempDir Path folder;

  @Test
  void firstRevisionIsInForceFromTheFirstInvoiceThatNamesTheProduct() throws UnusableFileException {
    List<ProductRevised> revisions =
        products(
            "700001,31002,RED MUG,1,2011-01-15 10:20:00,2.95,,UK",
            "700001,31001,RED TEAPOT,1,2011-01-15 10:10:00,8.95,,UK");
    assertThat(revisions).hasSize(2);
    for (ProductRevised revision : revisions) {
      assertThat(revision.getRevision()).isEqualTo(1);
      assertThat(revision.getEffectiveFrom()).isEqualTo(Instant.parse("2011-01-15T10:10:00Z"));
      assertThat(revision.getOccurredAt()).isEqualTo(revision.getEffectiveFrom());
      assertThat(revision.getReceivedAt()).isEqualTo(revision.getEffectiveFrom());
      assertThat(revision.getActive()).isTrue();
    }
  }

  @Test
  void listPriceIsThePositivePriceOfMostRowsAndTheLowestOfThoseEquallyFrequent()
      throws UnusableFileException {
    assertThat(
            products(
                row("2011-01-03 09:00:00", "RED MUG", "0"),
                row("2011-01-04 09:00:00", "RED MUG", "0"),
                row("2011-01-05 09:00:00", "RED MUG", "-1"),
                row("2011-01-06 09:00:00", "RED MUG", "2.95"),
                row("2011-01-07 09:00:00", "RED MUG", "2.55"),
                row("2011-01-08 09:00:00", "RED MUG", "3.25")))
        .extracting(ProductRevised::getListPriceMicros)
        .containsExactly(2_550_000L);
    assertThat(
            products(
                row("2011-01-03 09:00:00", "RED MUG", "2.55"),
                row("2011-01-07 09:00:00", "RED MUG", "2.95"),
                row("2011-01-08 09:00:00", "RED MUG", "2.950")))
        .extracting(ProductRevised::getListPriceMicros)
        .containsExactly(2_950_000L);
  }

  @Test
  void newPriceTakesEffectAtTheStartOfItsMonthInTheShopsZone() throws UnusableFileException {
    RecordingSink sink =
        ShopFile.replay(
            folder,
            row("2011-03-31 23:59:00", "RED MUG", "2.95"),
            row("2011-04-01 00:00:00", "RED MUG", "3.25"),
            row("2011-05-20 09:00:00", "RED MUG", "3.25"));
    List<ProductRevised> revisions = sink.of(ProductRevised.class);
    assertThat(revisions).extracting(ProductRevised::getRevision).containsExactly(1, 2);
    assertThat(revisions.get(1).getEffectiveFrom())
        .as("midnight of British summer time")
        .isEqualTo(Instant.parse("2011-03-31T23:00:00Z"));
    assertThat(namedRevisions(sink)).containsExactly(1, 2, 2);
  }

  @Test
  void orderNamesTheRevisionInForceWhenItWasPlacedThoughItsRowsReachIntoTheNextMonth()
      throws UnusableFileException {
    RecordingSink sink =
        ShopFile.replay(
            folder,
            row("2010-12-01 09:00:00", "RED MUG", "2.95"),
            "700009,31002,RED MUG,1,2010-12-31 23:59:00,2.95,,UK",
            "700009,31002,RED MUG,1,2011-01-01 00:01:00,3.25,,UK",
            row("2011-01-05 09:00:00", "RED MUG", "3.25"),
            row("2011-01-06 09:00:00", "RED MUG", "3.25"));
    assertThat(namedRevisions(sink)).containsExactly(1, 1, 1, 2, 2);
  }

  @Test
  void priceThatGoesAndComesBackIsANewRevisionEachTime() throws UnusableFileException {
    assertThat(
            products(
                row("2011-01-03 09:00:00", "RED MUG", "2.95"),
                row("2011-02-03 09:00:00", "RED MUG", "3.25"),
                row("2011-03-03 09:00:00", "RED MUG", "2.95")))
        .extracting(ProductRevised::getListPriceMicros)
        .containsExactly(2_950_000L, 3_250_000L, 2_950_000L);
  }

  @Test
  void newestDescriptionOfTheMonthIsTheName() throws UnusableFileException {
    assertThat(
            products(
                row("2011-01-20 09:00:00", "RED MUG LARGE", "2.95"),
                row("2011-01-03 09:00:00", "RED MUG", "2.95"),
                row("2011-02-03 09:00:00", "", "2.95"),
                row("2011-03-03 09:00:00", "BIG RED MUG", "2.95")))
        .extracting(ProductRevised::getName)
        .containsExactly("RED MUG LARGE", "BIG RED MUG");
  }

  @Test
  void noteOnARowWithoutAPriceDoesNotRenameAProduct() throws UnusableFileException {
    assertThat(
            products(
                row("2011-01-03 09:00:00", "RED MUG", "2.95"),
                row("2011-02-03 09:00:00", "damaged", "0")))
        .extracting(ProductRevised::getName)
        .containsExactly("RED MUG");
  }

  @Test
  void productNeverPricedOrNeverDescribedHasARevisionAllTheSame() throws UnusableFileException {
    assertThat(products(row("2011-01-03 09:00:00", "SAMPLE CARD", "0")))
        .extracting(ProductRevised::getName, ProductRevised::getListPriceMicros)
        .containsExactly(org.assertj.core.api.Assertions.tuple("SAMPLE CARD", 0L));
    assertThat(products(row("2011-01-03 09:00:00", "", "1.25")))
        .extracting(ProductRevised::getName)
        .containsExactly("31002");
  }

  @Test
  void unitCostIsTheAssumedShareOfTheListPriceRoundedToTheMicro() throws UnusableFileException {
    ProductRevised usual = products(row("2011-01-03 09:00:00", "RED MUG", "2.95")).get(0);
    assertThat(usual.getUnitCostMicros()).isEqualTo(1_770_000L);
    assertThat(usual.getUnitCostAssumed()).isTrue();
    ReplayOptions third =
        ShopFile.options(folder).withUnitCostRatio(new BigDecimal("0.3333333333"));
    assertThat(ShopFile.replay(third).of(ProductRevised.class).get(0).getUnitCostMicros())
        .isEqualTo(983_333L);
  }

  @Test
  void categoryFollowsFromTheName() throws UnusableFileException {
    assertThat(
            products(
                row("2011-01-03 09:00:00", "HANGING HEART", "2.95"),
                row("2011-02-03 09:00:00", "CHRISTMAS HANGING HEART", "2.95")))
        .extracting(ProductRevised::getCategory)
        .containsExactly("Home Decoration", "Christmas");
  }

  @Test
  void categoryOfTheFileIsTakenWhereThereIsOne() throws UnusableFileException {
    ShopFile.writeText(
        folder,
        ShopFile.HEADER
            + ",Department\n"
            + row("2011-01-03 09:00:00", "RED MUG", "2.95")
            + ",Crockery\n"
            + row("2011-02-03 09:00:00", "RED MUG", "2.95")
            + ",\n"
            + row("2011-03-03 09:00:00", "RED MUG", "2.95")
            + ",Drinking\n");
    Columns usual = Columns.onlineRetail();
    var headers = new java.util.EnumMap<>(usual.headers());
    headers.put(Column.CATEGORY, "Department");
    Columns columns =
        new Columns(
            headers, usual.timeFormat(), usual.encoding(), usual.separator(), usual.cancellation());
    assertThat(
            ShopFile.replay(ShopFile.options(folder).withColumns(columns)).of(ProductRevised.class))
        .extracting(ProductRevised::getCategory)
        .containsExactly("Crockery", "Drinking");
  }

  private List<ProductRevised> products(String... rows) throws UnusableFileException {
    return ShopFile.replay(folder, rows).of(ProductRevised.class);
  }

  /** A row of an invoice of its own. */
  private static String row(String time, String description, String price) {
    return "7%s,31002,%s,1,%s,%s,,UK"
        .formatted(time.replaceAll("\\D", ""), description, time, price);
  }

  private static List<Integer> namedRevisions(RecordingSink sink) {
    return sink.of(OrderPlaced.class).stream()
        .flatMap(order -> order.getLines().stream())
        .map(OrderLine::getProductRevision)
        .toList();
  }
}
