/**
 * The Monitoring page: whether the pipeline is healthy and right, and what of it needs somebody.
 */
package dev.highstreet.dashboard.monitoring;
