/**
 * Clean: validates, sets late events aside, drops repeats. Nothing vanishes: what is not accepted
 * leaves by a side output, with a reason, and is counted.
 */
package dev.highstreet.jobs.clean;
