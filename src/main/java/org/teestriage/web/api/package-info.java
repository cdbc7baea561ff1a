/** The JSON API and its OpenAPI document. Errors are {@code application/problem+json} (RFC 9457). */
@NullMarked
package org.teestriage.web.api;

import org.jspecify.annotations.NullMarked;
