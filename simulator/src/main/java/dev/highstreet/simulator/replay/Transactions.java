package dev.highstreet.simulator.replay;

import java.util.List;
import java.util.Map;

/**
 * What a file holds.
 *
 * @param rows the rows that can become part of an event, in the order of the file
 * @param read all rows, the rejected ones included
 * @param rejected how many rows cannot, by reason
 */
record Transactions(List<Row> rows, long read, Map<RejectReason, Long> rejected) {}
