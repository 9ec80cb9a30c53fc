/**
 * Web: serves the pages of the single-page application and guards every answer: security headers, cross-site defence, and
 * the true address of the client. It knows no session and no account, and of the gateway only the names of its APIs; the
 * other rooms decide what an API answers.
 */
@NullMarked
package dev.holdfast.web;

import org.jspecify.annotations.NullMarked;
