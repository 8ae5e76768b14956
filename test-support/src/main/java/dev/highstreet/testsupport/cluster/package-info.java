/** A Flink cluster of separate processes, for tests that run the jar as a real cluster would. */
package dev.highstreet.testsupport.cluster;
