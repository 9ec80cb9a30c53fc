/**
 * Web: serves the pages of the single-page application and guards every answer: security headers, cross-site defence, and from
 * where a request really comes.
 * It knows no session and no account; what an API answers is the business of the other rooms.
 */
package dev.holdfast.web;
