/**
 * The way into Postgres, and the only SQL and JDBC of the jobs. A pipeline describes its tables as
 * {@link dev.highstreet.jobs.mart.MartTable}s and sends rows to an {@link
 * dev.highstreet.jobs.mart.UpsertSink}; its {@code main} announces the run in the {@link
 * dev.highstreet.jobs.mart.RunRegistry}.
 *
 * <p>Nothing here creates tables: {@code sql/migrations} does.
 */
package dev.highstreet.jobs.mart;
