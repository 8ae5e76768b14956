/**
 * The way in for transactions that no simulated shopper made: a person's basket, a webhook's batch.
 * Who feeds the topics decides what becomes of them: a simulated shop takes them as its own, so
 * that its truth has them, too; without one they go to Kafka as they are.
 */
package dev.highstreet.dashboard.intake;
