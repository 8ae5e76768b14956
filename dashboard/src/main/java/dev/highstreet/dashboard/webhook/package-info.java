/**
 * {@code POST /webhooks/transactions}: what another system has sold, signed, each delivery taken
 * once, whole or not at all.
 */
package dev.highstreet.dashboard.webhook;
