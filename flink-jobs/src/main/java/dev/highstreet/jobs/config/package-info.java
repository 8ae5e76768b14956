/** The only reader of a job's arguments and of its environment. */
package dev.highstreet.jobs.config;
