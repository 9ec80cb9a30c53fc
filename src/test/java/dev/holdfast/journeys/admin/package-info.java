/**
 * Administration: accounts, sessions, disabling, and the check-up of the installation.
 * <p>Speaks HTTP as everywhere; the admin pages themselves are in {@code browser}.
 */
package dev.holdfast.journeys.admin;
