/**
 * Drive: a person's files at Google, listed and downloaded as REST. It stores no file and no token: custody lends it a
 * Google access token for each call.
 */
@NullMarked
package dev.holdfast.drive;

import org.jspecify.annotations.NullMarked;
