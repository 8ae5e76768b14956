/** Events as tables, which DuckDB writes as Parquet. The only package that knows DuckDB. */
package dev.highstreet.simulator.emit.parquet;
