/** Folders of tables, CSV or Parquet, read as events: history and uploads that come as files. */
package dev.highstreet.simulator.batch;
