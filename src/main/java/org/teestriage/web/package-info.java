/** Shared by API and pages: admission of requests, problems, and the signed-in user. */
@NullMarked
package org.teestriage.web;

import org.jspecify.annotations.NullMarked;
