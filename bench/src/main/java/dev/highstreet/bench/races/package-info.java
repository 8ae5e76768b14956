/**
 * Races: the sales marts from the same orders, by Highstreet and by what people would use instead,
 * in turns on one machine, and compared row by row.
 */
package dev.highstreet.bench.races;
