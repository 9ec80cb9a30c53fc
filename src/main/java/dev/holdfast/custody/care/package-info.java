/**
 * Care: keeps unused grants alive, checks and counts grants, and warns operators of those that expire soon.
 * Its jobs refresh and count; what a refusal by Google means is decided in the rooms below.
 */
@NullMarked
package dev.holdfast.custody.care;

import org.jspecify.annotations.NullMarked;
