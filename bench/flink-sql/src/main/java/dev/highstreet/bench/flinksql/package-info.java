/** The sales marts as Flink SQL would have them. */
package dev.highstreet.bench.flinksql;
