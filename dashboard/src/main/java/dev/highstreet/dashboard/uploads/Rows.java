package dev.highstreet.dashboard.uploads;

/** Makes of the rows of a file what they tell. */
interface Rows {
  /** For a file with this header; what is wrong goes to the faults. */
  static Rows of(Header header, Faults faults) {
    return header.kind() == UploadKind.TRANSACTIONS
        ? new OrderRows(header, faults)
        : new RevisionRows(header, faults);
  }

  /**
   * Takes the next row; what is wrong with it is noted.
   *
   * @throws RefusedFile if that is one too many
   */
  void add(CsvFile.Row row) throws RefusedFile;

  /** After the last row: what the file holds; of one with faults, some of it. */
  FileContent end() throws RefusedFile;
}
