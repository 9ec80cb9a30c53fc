/**
 * Account: who someone is (issuer and subject), their profile and their timeline, and the events that cross rooms.
 * It knows neither sessions nor grants; what must touch both hears of it through the events that live here.
 */
package dev.holdfast.account;
