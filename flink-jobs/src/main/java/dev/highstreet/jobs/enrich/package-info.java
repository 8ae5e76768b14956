/** Enrich: joins each line with the very product revision that it names, and with its store. */
package dev.highstreet.jobs.enrich;
