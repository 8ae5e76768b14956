/** Benchmarks of Highstreet. What they measured, and where, is for their reader to say. */
package dev.highstreet.bench;
