package dev.highstreet.simulator.replay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.highstreet.schemas.OrderPlaced;
import dev.highstreet.schemas.OrderReturned;
import dev.highstreet.schemas.ProductRevised;
import dev.highstreet.simulator.emit.RecordingSink;
import dev.highstreet.simulator.transactions.Column;
import dev.highstreet.simulator.transactions.Columns;
import dev.highstreet.simulator.transactions.ColumnsFile;
import dev.highstreet.simulator.transactions.UnusableFileException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ColumnsFileTest {
  @TempDir Path folder;

  @Test
  void emptyMappingIsTheUsualColumns() throws Exception {
    assertThat(read("")).isEqualTo(Columns.onlineRetail());
  }

  @Test
  void everyKeyIsTaken() throws Exception {
    Columns columns =
        read(
            """
            invoice=Order
            product=SKU
            description=Title
            quantity=Qty
            time=Sold at
            timeFormat=dd/MM/yyyy HH:mm
            price=Each
            customer=Buyer
            country=Land
            category=Department
            encoding=ISO-8859-1
            separator=;
            cancellation=RET-
            """);
    assertThat(columns)
        .isEqualTo(
            new Columns(
                Map.of(
                    Column.INVOICE, "Order",
                    Column.PRODUCT, "SKU",
                    Column.DESCRIPTION, "Title",
                    Column.QUANTITY, "Qty",
                    Column.TIME, "Sold at",
                    Column.PRICE, "Each",
                    Column.CUSTOMER, "Buyer",
                    Column.COUNTRY, "Land",
                    Column.CATEGORY, "Department"),
                "dd/MM/yyyy HH:mm",
                StandardCharsets.ISO_8859_1,
                ';',
                "RET-"));
  }

  @Test
  void fileInOtherColumnsIsReplayed() throws Exception {
    Columns columns =
        read(
            """
            invoice=Order
            product=SKU
            description=
            quantity=Qty
            time=Day
            timeFormat=d.M.yyyy
            price=Each
            customer=
            country=
            category=Department
            encoding=ISO-8859-1
            separator=tab
            """);
    Files.writeString(
        folder.resolve("shop.csv"),
        "Order\tSKU\tQty\tDay\tEach\tDepartment\n1\tA1\t2\t3.1.2011\t4.5\tCafé\n",
        StandardCharsets.ISO_8859_1);
    RecordingSink sink = ShopFile.replay(ShopFile.options(folder).withColumns(columns));
    OrderPlaced order = sink.of(OrderPlaced.class).get(0);
    assertThat(order.getCustomerId()).isNull();
    assertThat(order.getLines().get(0).getUnitPriceMicros()).isEqualTo(4_500_000);
    ProductRevised product = sink.of(ProductRevised.class).get(0);
    assertThat(product.getName()).isEqualTo("A1");
    assertThat(product.getCategory()).isEqualTo("Café");
  }

  @ParameterizedTest
  @CsvSource({"RET-, RET-2", "'', ''", "C, C1"})
  void invoicesThatStartAsTheFileSaysAreReturns(String cancellation, String returns)
      throws Exception {
    ShopFile.write(
        folder,
        "C1,31002,RED MUG,-1,2011-01-03 09:00:00,2.95,,UK",
        "RET-2,31002,RED MUG,-1,2011-01-03 09:00:00,2.95,,UK");
    Columns columns = read("cancellation=" + cancellation);
    RecordingSink sink = ShopFile.replay(ShopFile.options(folder).withColumns(columns));
    assertThat(sink.of(OrderReturned.class).stream().map(OrderReturned::getReturnId).toList())
        .isEqualTo(returns.isEmpty() ? List.of() : List.of(returns));
    assertThat(sink.of(OrderPlaced.class)).hasSize(returns.isEmpty() ? 2 : 1);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "invoiceno=Order | unknown key 'invoiceno'; known are cancellation, category, country,"
            + " customer, description, encoding, invoice, price, product, quantity, separator,"
            + " time, timeFormat",
        "invoice= | 'invoice' is empty, but no order can be read without that column",
        "timeFormat=yyyy-bb | timeFormat 'yyyy-bb' is no pattern like yyyy-MM-dd HH:mm:ss",
        "encoding=klingon | unknown encoding 'klingon'; try UTF-8 or ISO-8859-1",
        "separator=, and | separator ', and' is neither 'tab' nor one character",
        "separator=\\n | is neither 'tab' nor one character that may stand in a line",
        "invoice=\\u00zz | cannot read the columns file",
      })
  void mappingThatMakesNoSenseIsNamed(String line, String message) {
    assertThatThrownBy(() -> read(line))
        .isInstanceOf(UnusableFileException.class)
        .hasMessageContaining(message)
        .hasMessageContaining(folder.resolve("columns.properties").toString());
  }

  @Test
  void missingMappingFileIsNamed() {
    Path file = folder.resolve("none.properties");
    assertThatThrownBy(() -> ColumnsFile.read(file))
        .isInstanceOf(UnusableFileException.class)
        .hasMessage("cannot read the columns file " + file + ": there is no such file");
  }

  private Columns read(String text) throws UnusableFileException, IOException {
    return ColumnsFile.read(Files.writeString(folder.resolve("columns.properties"), text));
  }
}
