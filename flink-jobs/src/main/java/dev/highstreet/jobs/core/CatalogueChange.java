package dev.highstreet.jobs.core;

import dev.highstreet.jobs.event.Revision;

/**
 * What a newly known revision changes.
 *
 * @param revision a revision whose row is to be written
 * @param validTo when the next revision of its product comes into force, in epoch milliseconds;
 *     null while none is known
 * @param newest true if the row of the entity itself is this revision's
 */
public record CatalogueChange(Revision revision, Long validTo, boolean newest) {}
