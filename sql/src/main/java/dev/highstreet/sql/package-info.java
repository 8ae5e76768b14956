/**
 * The database from outside the jobs: roles, migrations and data tests. The SQL itself lies in
 * {@code sql/migrations} and {@code sql/checks} and travels in this module's jar.
 */
package dev.highstreet.sql;
