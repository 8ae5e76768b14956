package dev.highstreet.cli.simulate;

/** Where a simulated shop's events go. */
enum Destination {
  /** The topics of the contract, on a Kafka that runs. */
  KAFKA,
  /** Transactions in the columns that calibrate and replay read. */
  CSV,
  /** A folder with a Parquet file a topic. */
  PARQUET,
  /** Lines that a person can read. */
  STDOUT
}
