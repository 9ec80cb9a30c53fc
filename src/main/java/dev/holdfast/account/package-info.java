/**
 * Account: the identity of a person (issuer and subject), their profile and their timeline, and the events that cross rooms.
 * It knows neither sessions nor grants: both rooms observe the events defined here.
 */
@NullMarked
package dev.holdfast.account;

import org.jspecify.annotations.NullMarked;
