/**
 * Google grants: refreshes, outages, revocation, housekeeping and encryption keys, on one node and on two.
 *
 * <p>What Drive answers to a person is in {@code drive}.
 */
package dev.holdfast.journeys.custody;
