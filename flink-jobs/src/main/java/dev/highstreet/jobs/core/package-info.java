/**
 * Core: what happened, row by row, and the newest revision of everything it names. Nothing is
 * aggregated here.
 */
package dev.highstreet.jobs.core;
