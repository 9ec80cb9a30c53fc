/**
 * OpenAPI: completes the description of the API with what the scanner of the annotations cannot know: paths, refusals,
 * headers, examples. It describes what the other rooms do, and takes part in no request.
 */
@NullMarked
package dev.holdfast.openapi;

import org.jspecify.annotations.NullMarked;
