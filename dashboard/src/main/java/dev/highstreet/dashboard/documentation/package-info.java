/**
 * The Documentation page: the repository's own pages and SQL files as they were when the jar was
 * built, rendered by the server, linked with one another, and searchable. What it says of tables
 * and their answer keys is read from the files that make and check them, so that it cannot differ.
 */
package dev.highstreet.dashboard.documentation;
