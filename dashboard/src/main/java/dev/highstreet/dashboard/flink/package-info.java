/** What the Flink cluster says of its jobs, over its REST interface. */
package dev.highstreet.dashboard.flink;
