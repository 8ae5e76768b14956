/** The Pipeline page: it runs, nothing is lost, and where everything that left the stream went. */
package dev.highstreet.dashboard.pipeline;
