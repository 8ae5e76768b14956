/**
 * What needs somebody whether or not anybody watches: alerts begin and end, are written into the
 * log once each, and sent to a webhook where one is configured.
 */
package dev.highstreet.dashboard.alerts;
