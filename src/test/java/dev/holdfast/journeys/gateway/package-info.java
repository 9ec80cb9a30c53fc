/**
 * Journeys through the gateway to other APIs of Google.
 */
package dev.holdfast.journeys.gateway;
