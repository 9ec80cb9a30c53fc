/**
 * The OpenAPI document, and real answers compared with it.
 *
 * <p>Checks the part of JSON Schema that the document uses, and no more.
 */
package dev.holdfast.journeys.openapi;
