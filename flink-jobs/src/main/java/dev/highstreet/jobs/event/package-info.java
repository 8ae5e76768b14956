/**
 * What the jobs work on: immutable records, decoded once at the source. Orders and returns are one
 * type here, so that cleaning, enriching and folding are one path.
 */
package dev.highstreet.jobs.event;
