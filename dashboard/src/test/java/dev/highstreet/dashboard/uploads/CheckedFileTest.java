package dev.highstreet.dashboard.uploads;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.highstreet.schemas.OrderLine;
import dev.highstreet.schemas.OrderPlaced;
import dev.highstreet.schemas.ProductRevised;
import dev.highstreet.schemas.StoreRevised;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What can be told of a file from it alone. */
class CheckedFileTest {
  private static final String HEADER = "order_id,store_id,product_id,quantity,unit_price\n";
  private static final String SOUND = "A-1,WEB,CUP,2,2.50\n";

  private static CheckedFile read(String text) throws IOException {
    return read(text.getBytes(UTF_8));
  }

  private static CheckedFile read(byte[] bytes) throws IOException {
    return CheckedFile.read(new ByteArrayInputStream(bytes));
  }

  private static List<FileOrder> orders(CheckedFile file) {
    return ((FileOrders) file.content()).orders();
  }

  /** The faults, as line:column: reason. */
  private static List<String> faults(String text) throws IOException {
    return said(read(text));
  }

  private static List<String> said(CheckedFile file) {
    return file.faults().kept().stream()
        .map(fault -> "%d:%s: %s".formatted(fault.line(), fault.column(), fault.reason()))
        .toList();
  }

  private static String only(String text) throws IOException {
    List<String> faults = faults(text);
    assertThat(faults).hasSize(1);
    return faults.get(0);
  }

  @Test
  void everyColumnReachesTheOrderAsItWasWritten() throws IOException {
    CheckedFile file =
        read(
            """
            order_id,occurred_at,customer_id,store_id,product_id,product_revision,quantity,unit_price,discount,promotion_id,shipping_fee,tax_included,reported_total,payment_method,ip_address,user_agent
            A-1,2025-12-01T10:15:30.5+01:00,17850,WEB,CUP,3,3,0.1,0.000001,X,4.99,0.05,1.30,WALLET,2001:db8::1,"till, ""2"" ☕"
            A-1,2025-12-01T10:15:30.5+01:00,17850,WEB,POT,,1,1,,,4.99,0.05,1.30,WALLET,2001:db8::1,"till, ""2"" ☕"
            """);

    assertThat(said(file)).isEmpty();
    assertThat(file.kind()).contains(UploadKind.TRANSACTIONS);
    assertThat(file.rows()).isEqualTo(2);
    assertThat(orders(file)).hasSize(1);
    OrderPlaced order = orders(file).get(0).order();
    assertThat(order.getOccurredAt()).isEqualTo(Instant.parse("2025-12-01T09:15:30.500Z"));
    assertThat(order.getCustomerId()).isEqualTo("17850");
    assertThat(order.getStoreId()).isEqualTo("WEB");
    assertThat(order.getShippingFeeMicros()).isEqualTo(4_990_000);
    assertThat(order.getTaxIncludedMicros()).isEqualTo(50_000);
    assertThat(order.getReportedTotalMicros()).isEqualTo(1_300_000);
    assertThat(order.getPaymentMethod()).hasToString("WALLET");
    assertThat(order.getIpAddress()).isEqualTo("2001:db8::1");
    assertThat(order.getUserAgent()).isEqualTo("till, \"2\" ☕");
    assertThat(order.getLines())
        .containsExactly(
            new OrderLine(1, "CUP", 3, 3, 100_000L, 1L, "X"),
            new OrderLine(2, "POT", 0, 1, 1_000_000L, 0L, null));
    assertThat(orders(file).get(0).lines()).containsExactly(2L, 3L);
  }

  @Test
  void productsAndStoresAreKnownByTheirHeaders() throws IOException {
    CheckedFile products =
        read(
            """
            product_id,name,category,list_price,unit_cost,revision,brand,active
            X-1,Teapot,Kitchen,12.50,6.2,3,,false
            """);
    assertThat(said(products)).isEmpty();
    assertThat(products.kind()).contains(UploadKind.PRODUCTS);
    ProductRevised teapot = ((FileRevisions) products.content()).products().get(0);
    assertThat(teapot.getRevision()).isEqualTo(3);
    assertThat(teapot.getListPriceMicros()).isEqualTo(12_500_000);
    assertThat(teapot.getUnitCostMicros()).isEqualTo(6_200_000);
    assertThat(teapot.getBrand()).isNull();
    assertThat(teapot.getActive()).isFalse();

    CheckedFile stores =
        read("store_id,name,type,commission_rate,rating\nX-2,Bazaar,MARKETPLACE,0.15,4.5\n");
    assertThat(said(stores)).isEmpty();
    assertThat(stores.kind()).contains(UploadKind.STORES);
    StoreRevised bazaar = ((FileRevisions) stores.content()).stores().get(0);
    assertThat(bazaar.getCommissionRate()).isEqualTo(0.15);
    assertThat(bazaar.getRating()).isEqualTo(4.5);
    assertThat(bazaar.getOpenedAt()).isEqualTo(Instant.EPOCH);
  }

  @ParameterizedTest
  @CsvSource({
    "'X-1,Teapot,Kitchen,-1,1,,', list_price, 'is \"-1\"; allowed is an amount from 0'",
    "'X-1,Teapot,Kitchen,1,,,', unit_cost, 'is empty; allowed is an amount'",
    "'X-1,,Kitchen,1,1,,', name, 'is empty; allowed is a text of 1 to 512'",
    "'X-1,Teapot,,1,1,,', category, 'is empty; allowed is a text of 1 to 200'",
    "'X-1,Teapot,Kitchen,1,1,0,', revision, 'is \"0\"; allowed is a whole number from 1'",
    "'X-1,Teapot,Kitchen,1,1,,yes', active, 'is \"yes\"; allowed is true or false'"
  })
  void cellOfAProductOutOfBoundsIsNamed(String row, String column, String reason)
      throws IOException {
    assertThat(only("product_id,name,category,list_price,unit_cost,revision,active\n" + row + "\n"))
        .startsWith("2:" + column + ": " + reason);
  }

  @ParameterizedTest
  @CsvSource({
    "'X-1,Bath,KIOSK,,', type, 'is \"KIOSK\"; allowed is one of [WEBSITE, MARKETPLACE, SHOP]'",
    "'X-1,Bath,,,', type, 'is empty; allowed is one of'",
    "'X-1,Bath,SHOP,1.5,', commission_rate, 'is \"1.5\"; allowed is a number from 0 to 1'",
    "'X-1,Bath,SHOP,,Infinity', rating, 'is \"Infinity\"; allowed is a number from 1 to 5'"
  })
  void cellOfAStoreOutOfBoundsIsNamed(String row, String column, String reason) throws IOException {
    assertThat(only("store_id,name,type,commission_rate,rating\n" + row + "\n"))
        .startsWith("2:" + column + ": " + reason);
  }

  @Test
  void columnsComeInAnyOrderAfterAMarkOfTheirEncodingWithEitherLineBreak() throws IOException {
    CheckedFile file =
        read("\ufeffunit_price,quantity,product_id,store_id,order_id\r\n2.5,2,CUP,WEB,A-1\r\n\r\n");

    assertThat(said(file)).isEmpty();
    assertThat(orders(file).get(0).order().getOrderId()).isEqualTo("A-1");
  }

  @ParameterizedTest
  @ValueSource(strings = {"Invoice,StockCode,Quantity\n536365,85123A,6\n", "\"\"\n", "<script>\n"})
  void headerOfSomethingElseIsRefusedWithThoseThatAreAllowed(String text) throws IOException {
    assertThat(only(text)).startsWith("1:: ").contains("transactions (order_id, store_id");
    assertThat(read(text).kind()).isEmpty();
  }

  @Test
  void headerWithAColumnTooManyOrTooFewOrTwiceIsNamed() throws IOException {
    assertThat(only("order_id,store_id,product_id,quantity,price\n" + SOUND))
        .startsWith("1:: ")
        .contains("no column \"price\"")
        .contains("unit_price");
    assertThat(only("order_id,store_id,product_id\nA-1,WEB,CUP\n"))
        .contains("needs the columns quantity, unit_price");
    assertThat(only("order_id,store_id,product_id,quantity,unit_price,quantity\n" + SOUND))
        .contains("quantity comes twice");
  }

  @Test
  void emptyFileAndOneWithoutRowsAreRefused() throws IOException {
    assertThat(only("")).contains("it is empty");
    assertThat(only("\n\n")).contains("it is empty");
    assertThat(only(HEADER)).contains("no rows");
  }

  @Test
  void halfARowIsRejectedByItsLine() throws IOException {
    assertThat(only(HEADER + SOUND + "A-2,WEB,CU\n" + "A-3,WEB,CUP,1,1\n"))
        .isEqualTo("3:: 3 cells, but the header has 5");
    assertThat(only(HEADER + "A-2,WEB,CUP,1,1,more\n"))
        .isEqualTo("2:: 6 cells, but the header has 5");
  }

  @Test
  void lastLineWithoutAnEndMayBeCutOff() throws IOException {
    assertThat(only(HEADER + SOUND + "A-2,WEB,CUP,1,2.5")).startsWith("3:: ").contains("cut off");
    assertThat(faults(HEADER + SOUND + "A-2,WEB,\"CUP")).last().asString().contains("cut off");
  }

  @ParameterizedTest
  @CsvSource({
    "'A-1,WEB,CUP,-2,2.50', quantity, 'is \"-2\"; allowed is a whole number from 1 to 1000000'",
    "'A-1,WEB,CUP,0,2.50', quantity, 'is \"0\"; allowed is'",
    "'A-1,WEB,CUP,2.0,2.50', quantity, 'is \"2.0\"; allowed is'",
    "'A-1,WEB,CUP,99999999999999999999,2.50', quantity, 'allowed is a whole number'",
    "'A-1,WEB,CUP,,2.50', quantity, 'is empty; allowed is'",
    "'A-1,WEB,CUP,2,-2.50', unit_price, 'is \"-2.50\"; allowed is an amount'",
    "'A-1,WEB,CUP,2,1e3', unit_price, 'is \"1e3\"; allowed is an amount'",
    "'A-1,WEB,CUP,2,NaN', unit_price, 'is \"NaN\"'",
    "'A-1,WEB,CUP,2,\"1,5\"', unit_price, 'is \"1,5\"'",
    "',WEB,CUP,2,2.50', order_id, 'is empty; allowed is a text'",
    "'A-1,,CUP,2,2.50', store_id, 'is empty; allowed is a text'",
    "'A-1,WEB,,2,2.50', product_id, 'is empty; allowed is a text'"
  })
  void cellOutOfBoundsIsNamedWithWhatIsAllowed(String row, String column, String reason)
      throws IOException {
    assertThat(only(HEADER + SOUND.replace("A-1", "A-0") + row + "\n"))
        .startsWith("3:" + column + ": ")
        .contains(reason);
  }

  @Test
  void textThatNoTableHoldsIsRejected() throws IOException {
    assertThat(only(HEADER + "A\0-1,WEB,CUP,2,2.50\n"))
        .startsWith("2:order_id: ")
        .contains("control character")
        .doesNotContain("\0");
    assertThat(only(HEADER + "\"A\n1\",WEB,CUP,2,2.50\n")).startsWith("2:order_id: ");
    assertThat(only(HEADER + "A".repeat(201) + ",WEB,CUP,2,2.50\n")).startsWith("2:order_id: ");
  }

  @Test
  void sqlAndScriptsAreTextLikeAnyOther() throws IOException {
    CheckedFile file =
        read(
            HEADER + "\"'; DROP TABLE ops.uploads; --\",<script>alert(1)</script>,=CUP(),2,2.50\n");

    assertThat(said(file)).isEmpty();
    assertThat(orders(file).get(0).order().getOrderId()).isEqualTo("'; DROP TABLE ops.uploads; --");
  }

  @Test
  void bytesThatAreNoUtf8AreRefused() throws IOException {
    byte[] latin = (HEADER + SOUND + "A-2,WEB,CAFÉ,1,1\n").getBytes(ISO_8859_1);

    assertThat(said(read(latin))).singleElement().asString().contains("no UTF-8");
  }

  @Test
  void rowsOfAnOrderFollowEachOtherAndAgreeOnIt() throws IOException {
    assertThat(only(HEADER + SOUND + "A-2,WEB,CUP,1,1\n" + "A-1,WEB,POT,1,1\n"))
        .isEqualTo("4:order_id: this order has ended before: its rows must follow each other");
    assertThat(only(HEADER + SOUND + "A-1,SHOP,POT,1,1\n"))
        .isEqualTo("3:store_id: not as on line 2, which is of the same order");
  }

  @Test
  void everyLineAtFaultIsCountedAndAThousandAreTold() throws IOException {
    String rows =
        IntStream.range(0, 3_000)
            .mapToObj(i -> "A-%d,WEB,CUP,-1,-1\n".formatted(i))
            .collect(Collectors.joining());

    CheckedFile file = read(HEADER + rows);

    assertThat(file.faults().lines()).isEqualTo(3_000);
    assertThat(file.faults().kept()).hasSize(1_000);
    assertThat(file.rows()).isEqualTo(3_000);
  }

  @Test
  void largestFileIsReadAndARowMoreIsTooMany() throws IOException {
    StringBuilder text = new StringBuilder(HEADER);
    for (int i = 0; i < CheckedFile.MOST_ROWS; i++) {
      text.append("A-").append(i / 5).append(",WEB,P-").append(i % 500).append(",2,2.50\n");
    }

    CheckedFile largest = read(text.toString());
    assertThat(said(largest)).isEmpty();
    assertThat(orders(largest)).hasSize(OrderRows.MOST_ORDERS);

    CheckedFile larger = read(text.append("A-19999,WEB,CUP,2,2.50\n").toString());
    assertThat(said(larger))
        .singleElement()
        .asString()
        .startsWith("100002:: more than 100,000 rows")
        .contains("./highstreet backfill sales --files");
  }

  @Test
  void anOrderMoreThanTheMostIsTooMany() throws IOException {
    StringBuilder text = new StringBuilder(HEADER);
    for (int i = 0; i <= OrderRows.MOST_ORDERS; i++) {
      text.append("A-").append(i).append(",WEB,CUP,2,2.50\n");
    }

    assertThat(only(text.toString())).contains("more than 20,000 orders");
  }

  @Test
  void millionColumnsAreRefusedAfterTheFirst() throws IOException {
    Endless stream = new Endless("order_id", ",x", 1_000_000);

    assertThat(said(CheckedFile.read(stream)))
        .singleElement()
        .asString()
        .contains("at most 64 cells");
    assertThat(stream.bytes()).isLessThan(1 << 20);

    Endless row = new Endless(HEADER + "A-1", ",x", 1_000_000);
    assertThat(said(CheckedFile.read(row))).singleElement().asString().startsWith("2:: ");
    assertThat(row.bytes()).isLessThan(1 << 20);
  }

  @ParameterizedTest
  @ValueSource(strings = {"x", "x\n"})
  void fieldOfFiveGigabytesIsRefusedAfterItsFirstThousands(String repeated) throws IOException {
    Endless stream = new Endless(HEADER + "A-1,WEB,\"", repeated, 5_000_000_000L);

    assertThat(said(CheckedFile.read(stream)))
        .singleElement()
        .asString()
        .contains("at most 2,000 characters");
    assertThat(stream.bytes()).isLessThan(1 << 20);
  }

  @Test
  void templateIsSoundAsItIs() throws IOException {
    for (UploadKind kind : UploadKind.values()) {
      CheckedFile file = read(kind.template());
      assertThat(said(file)).isEmpty();
      assertThat(file.kind()).contains(kind);
    }
  }

  /** A beginning, and then the same again and again, made as it is read. */
  private static final class Endless extends InputStream {
    private final byte[] beginning;
    private final byte[] repeated;
    private final long most;
    private long at;

    Endless(String beginning, String repeated, long times) {
      this.beginning = beginning.getBytes(UTF_8);
      this.repeated = repeated.getBytes(UTF_8);
      this.most = this.beginning.length + times * this.repeated.length;
    }

    long bytes() {
      return at;
    }

    @Override
    public int read() {
      return at >= most ? -1 : next();
    }

    @Override
    public int read(byte[] to, int from, int length) {
      if (at >= most) {
        return -1;
      }
      int count = (int) Math.min(length, most - at);
      for (int i = 0; i < count; i++) {
        to[from + i] = next();
      }
      return count;
    }

    private byte next() {
      long now = at++;
      return now < beginning.length
          ? beginning[(int) now]
          : repeated[(int) ((now - beginning.length) % repeated.length)];
    }
  }
}
