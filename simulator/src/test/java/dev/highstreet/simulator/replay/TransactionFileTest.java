package dev.highstreet.simulator.replay;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.highstreet.schemas.ProductRevised;
import dev.highstreet.simulator.emit.RecordingSink;
import dev.highstreet.simulator.transactions.UnusableFileException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TransactionFileTest {
  private static final String ROW = "700001,31002,RED MUG,1,2011-01-03 09:00:00,2.95,,UK\n";
  private static final String TEXT = ShopFile.HEADER + "\n" + ROW;

  @TempDir Path folder;

  @Test
  void gzippedFileIsReadWhateverItsName() throws Exception {
    assertThat(rowsOf(Files.write(folder.resolve("shop.csv.gz"), gzip(TEXT)))).isEqualTo(1);
    assertThat(rowsOf(Files.write(folder.resolve("shop.csv"), gzip(TEXT)))).isEqualTo(1);
  }

  @Test
  void byteOrderMarkOfASpreadsheetIsSkipped() throws Exception {
    assertThat(rowsOf(ShopFile.writeText(folder, "\uFEFF" + TEXT))).isEqualTo(1);
    assertThat(rowsOf(Files.writeString(folder.resolve("16le.csv"), "\uFEFF" + TEXT, UTF_16LE)))
        .isEqualTo(1);
    assertThat(rowsOf(Files.writeString(folder.resolve("16be.csv"), "\uFEFF" + TEXT, UTF_16BE)))
        .isEqualTo(1);
  }

  @Test
  void fileInAnotherEncodingIsRefusedRatherThanRead() throws Exception {
    assertRefused(
        Files.writeString(
            folder.resolve("shop.csv"), TEXT.replace("RED MUG", "MUG, 5 £"), ISO_8859_1),
        "cannot read FILE: it is not written in UTF-8: name its encoding with --columns FILE, such"
            + " as encoding=ISO-8859-1");
  }

  @Test
  void windowsLineEndsAndEmptyLinesAreNoRows() throws Exception {
    String text = (TEXT + "\n" + ROW + "\n\n").replace("\n", "\r\n");
    assertThat(rowsOf(ShopFile.writeText(folder, text))).isEqualTo(2);
  }

  @Test
  void quotedTextMayHoldSeparatorsQuotesAndLineEnds() throws Exception {
    RecordingSink sink =
        ShopFile.replay(
            folder, "700001,31002,\"MUG, 4\"\" HIGH,\nRED\",1,2011-01-03 09:00:00,2.95,,UK");
    assertThat(sink.of(ProductRevised.class).get(0).getName()).isEqualTo("MUG, 4\" HIGH,\nRED");
  }

  @Test
  void quotedTextOfManyLinesIsTakenForRowsOnlyWithAsManySeparators() throws Exception {
    String list = "\"MUGS:\n1 red, 1 blue, 1 grey,\n1 pink, 1 gold, 1 sage\"";
    RecordingSink sink =
        ShopFile.replay(folder, "700001,31002,%s,1,2011-01-03 09:00:00,2.95,,UK".formatted(list));
    assertThat(sink.of(ProductRevised.class).get(0).getName()).startsWith("MUGS:").endsWith("sage");
  }

  @Test
  void columnsAreFoundByNameInAnyOrder() throws Exception {
    String text =
        """
        Country,Extra,UnitPrice,InvoiceDate,Quantity,Description,StockCode,InvoiceNo,CustomerID
        UK,x,2.95,2011-01-03 09:00:00,1,RED MUG,31002,700001,
        """;
    assertThat(rowsOf(ShopFile.writeText(folder, text))).isEqualTo(1);
  }

  @Test
  void missingFileIsNamed() {
    assertRefused(folder.resolve("none.csv"), "cannot read FILE: there is no such file");
  }

  @Test
  void folderIsNoFile() {
    assertRefused(folder, "FILE is a folder: give a .csv or .csv.gz file");
  }

  @Test
  void emptyFileIsNamed() {
    assertRefused(ShopFile.writeText(folder, ""), "FILE is empty: it needs a header and rows");
  }

  @Test
  void emptyFileThatPromisesGzipIsSaidToBeEmpty() throws IOException {
    assertRefused(
        Files.createFile(folder.resolve("shop.csv.gz")),
        "FILE is empty: it needs a header and rows");
  }

  @Test
  void headerAloneIsNotEnough() {
    assertRefused(
        ShopFile.writeText(folder, ShopFile.HEADER + "\n"), "FILE holds a header but no rows");
  }

  @Test
  void wrongHeaderNamesWhatIsMissingWhatIsThereAndTheWayOut() {
    assertRefused(
        ShopFile.writeText(folder, "Invoice,StockCode,Quantity,UnitPrice\n1,2,3,4\n"),
        "FILE has no column 'Country' (country), 'CustomerID' (customer), 'Description'"
            + " (description), 'InvoiceDate' (time), 'InvoiceNo' (invoice); found: Invoice,"
            + " StockCode, Quantity, UnitPrice. Map your headers with --columns FILE, one line"
            + " each, such as invoice=Invoice, or country= for a file without it");
  }

  @Test
  void columnThatIsThereTwiceIsNamed() {
    assertRefused(
        ShopFile.writeText(folder, ShopFile.HEADER + ",Quantity\n" + ROW),
        "FILE has two columns 'Quantity': rename the one that is not meant");
  }

  @Test
  void nameThatPromisesGzipMustKeepThePromise() throws IOException {
    assertRefused(
        Files.writeString(folder.resolve("shop.csv.gz"), TEXT),
        "cannot read FILE: the gzip data is damaged or cut short (Not in GZIP format)");
  }

  @Test
  void gzipThatIsCutShortIsNamedWithTheLastLineRead() throws IOException {
    byte[] whole = gzip(ShopFile.HEADER + "\n" + ROW.repeat(200_000));
    Path file = folder.resolve("shop.csv.gz");
    Files.write(file, Arrays.copyOf(whole, whole.length / 2));
    assertThatThrownBy(() -> rowsOf(file))
        .isInstanceOf(UnusableFileException.class)
        .hasMessageMatching(
            "cannot read .*shop.csv.gz after line \\d+: the gzip data is damaged or cut short"
                + " \\(Unexpected end of ZLIB input stream\\)");
  }

  @Test
  void quoteThatSwallowsTheRestOfALargeFileIsNamedWithItsLine() throws IOException {
    Path file = folder.resolve("shop.csv");
    Files.writeString(
        file,
        TEXT + "700002,31002,\"RED MUG,1,2011-01-03 09:00:00,2.95,,UK\n" + ROW.repeat(400_000));
    assertRefused(
        file,
        "cannot read FILE after line 2: the next row is too long; look for a quote (\") that is"
            + " never closed");
  }

  @Test
  void fileIsNotOverwrittenWithItsOwnRejects() throws IOException {
    Path file = ShopFile.writeText(folder, TEXT);
    Path same = folder.resolve(".").resolve("shop.csv");
    assertThatThrownBy(() -> Replay.open(ReplayOptions.of(file, same)))
        .isInstanceOf(UnusableFileException.class)
        .hasMessage("rejected rows would overwrite %s: name another file for them", file);
    assertThat(file).hasContent(TEXT);
  }

  private void assertRefused(Path file, String message) {
    assertThatThrownBy(() -> rowsOf(file))
        .isInstanceOf(UnusableFileException.class)
        .hasMessage(message.replaceFirst("FILE", file.toString()));
  }

  private long rowsOf(Path file) throws UnusableFileException {
    Replay replay = Replay.open(ReplayOptions.of(file, folder.resolve("rejects.csv")));
    return replay.run(new RecordingSink(), progress -> {}).rows();
  }

  private static byte[] gzip(String text) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (GZIPOutputStream packed = new GZIPOutputStream(out)) {
      packed.write(text.getBytes(UTF_8));
    }
    return out.toByteArray();
  }
}
