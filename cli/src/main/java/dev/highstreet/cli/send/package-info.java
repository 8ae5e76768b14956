/**
 * Transactions for a webhook, of ours or of somebody else: made up or given, signed, sent until
 * there is an answer.
 */
package dev.highstreet.cli.send;
